import {
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FormOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** The picture before each entry of the menu, by its key. */
export const menuIcons: Readonly<Record<string, ReactNode>> = {
  today: <CheckSquareOutlined />,
  items: <FileTextOutlined />,
  reviews: <FormOutlined />,
  organs: <BankOutlined />,
  people: <TeamOutlined />,
  'hand-overs': <SwapOutlined />,
  calendar: <CalendarOutlined />,
  account: <UserOutlined />,
  audit: <AuditOutlined />,
  jobs: <FieldTimeOutlined />,
  settings: <SettingOutlined />,
};
