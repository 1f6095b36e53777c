import { failure, type Result, success } from '../../kernel/result.ts';
import { type Setting, type SettingValues, settings } from './settings.ts';

/** What the environment decides; every variable is declared in `settings.ts`. */
export type Config = SettingValues;

/** The environment as Node has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables. An absent or empty variable means its
 * default; every variable that cannot be read is named in the refusal, not only the first.
 */
export function readConfig(environment: Environment): Result<Config> {
  const complaints: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const written = environment[setting.variable]?.trim() || setting.standard;
    const value = setting.parse(written);
    if (value === undefined)
      complaints.push(
        `环境变量 ${setting.variable} 的值${setting.secret ? '' : `“${written}”`}无效，应为${setting.shape}。`,
      );
    else values[key] = value;
  }
  return complaints.length > 0 ? failure('invalid-config', complaints.join('\n')) : success(values as Config);
}
