import { z } from 'zod';

/** Which of the three administrators may change a setting: 系统管理员, 安全管理员 or 审计管理员. */
export type SettingKeeper = 'system' | 'security' | 'audit';

/** One thing that can be set on the screen while the system runs. */
export interface SettingDeclaration<Schema extends z.ZodType = z.ZodType> {
  /** What it is called, in Chinese, e.g. 口令最短长度. */
  label: string;
  /** What it decides, in one or two Chinese sentences, for whoever changes it. */
  meaning: string;
  /** What a number counts, in Chinese, e.g. 天. */
  unit?: string;
  /** What may stand in it; its messages are Chinese and are shown at the field. */
  schema: Schema;
  /** What counts until somebody sets it. */
  standard: z.output<Schema>;
  /** Why this change may not be made although the value is of the shape, e.g. upward only; undefined: it may. */
  refuse?(before: z.output<Schema>, after: z.output<Schema>): string | undefined;
}

/** Settings that belong together: one card on the screen, read together by the program. */
export interface SettingSection<Schemas extends Record<string, z.ZodType> = Record<string, z.ZodType>> {
  /** Kebab-case; the key of a setting is `name.setting`, e.g. `sign-in.passwordLength`. */
  name: string;
  label: string;
  keeper: SettingKeeper;
  settings: { readonly [Name in keyof Schemas]: SettingDeclaration<Schemas[Name]> };
}

/** The values of a section, as the program reads them. */
export type SettingValues<Section extends SettingSection> = {
  readonly [Name in keyof Section['settings']]: z.output<Section['settings'][Name]['schema']>;
};

/**
 * Declares settings that belong together; only there so that the compiler finds their types.
 *
 * @example
 * const archive = defineSettings(
 *   { name: 'archive', label: '归档', keeper: 'system' },
 *   { keepDays: { label: '保存天数', meaning: '…', unit: '天', schema: wholeNumber(1, 365), standard: 30 } },
 * );
 * (await settings.read(archive)).keepDays // 30
 */
export const defineSettings = <Schemas extends Record<string, z.ZodType>>(
  section: Omit<SettingSection, 'settings'>,
  settings: { readonly [Name in keyof Schemas]: SettingDeclaration<Schemas[Name]> },
): SettingSection<Schemas> => ({ ...section, settings });

/** A whole number from `least` to `most`, with one sentence for everything else. */
export function wholeNumber(least: number, most: number): z.ZodInt {
  const error = `应为 ${least} 至 ${most} 之间的整数`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** 是 or 否. */
export const yesOrNo = (): z.ZodBoolean => z.boolean({ error: '应为是或否' });
