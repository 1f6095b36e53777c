import type { ThemeConfig } from 'antd';

/** Ant Design in the colours of the site; every pair of text and ground has a contrast of 4.5 or more. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1a4c8b',
    colorLink: '#1a4c8b',
    colorLinkHover: '#12376a',
    colorInfo: '#1a4c8b',
    colorSuccess: '#17603a',
    colorWarning: '#7d4300',
    colorError: '#9f1519',
    colorText: '#1b2330',
    colorTextSecondary: '#475264',
    colorTextTertiary: '#5a6576',
    colorTextDescription: '#475264',
    colorTextPlaceholder: '#657083',
    colorTextDisabled: '#657083',
    colorBorder: '#8792a3',
    colorBorderSecondary: '#d3dae3',
    colorSplit: '#d3dae3',
    colorBgLayout: '#f3f5f8',
    borderRadius: 4,
    borderRadiusLG: 6,
    fontSize: 15,
    controlHeight: 36,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    boxShadowSecondary: '0 6px 20px rgb(27 35 48 / 16%)',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 6px', labelColor: '#1b2330' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Tag: { defaultBg: '#eef1f5', defaultColor: '#3d4858' },
    Tabs: { horizontalMargin: '0 0 20px' },
    Alert: { defaultPadding: '10px 14px' },
  },
};
