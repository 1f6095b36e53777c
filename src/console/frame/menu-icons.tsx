import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FormOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SendOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** The picture before each entry of the menu, by its key. */
export const menuIcons: Readonly<Record<string, ReactNode>> = {
  today: <CheckSquareOutlined />,
  items: <FileTextOutlined />,
  reviews: <FormOutlined />,
  channels: <SendOutlined />,
  catalogue: <ProfileOutlined />,
  coverage: <ScheduleOutlined />,
  figures: <BarChartOutlined />,
  upkeep: <ToolOutlined />,
  organs: <BankOutlined />,
  people: <TeamOutlined />,
  'hand-overs': <SwapOutlined />,
  calendar: <CalendarOutlined />,
  account: <UserOutlined />,
  audit: <AuditOutlined />,
  jobs: <FieldTimeOutlined />,
  settings: <SettingOutlined />,
};
