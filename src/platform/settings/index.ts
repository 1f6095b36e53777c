export {
  defineSettings,
  type SettingDeclaration,
  type SettingKeeper,
  type SettingSection,
  type SettingValues,
  wholeNumber,
  yesOrNo,
} from './declaration.ts';
