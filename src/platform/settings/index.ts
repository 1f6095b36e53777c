export {
  defineSettings,
  type SettingDeclaration,
  type SettingKeeper,
  type SettingSection,
  type SettingValues,
  wholeNumber,
  yesOrNo,
} from './declaration.ts';
export { type SettingRoutesOptions, settingRoutes } from './routes.ts';
export { createSettings, type Settings } from './service.ts';
