import { z } from 'zod';
import { type Result, success } from '../../kernel/result.ts';
import { type Access, defineRoute, instant, type Route, seenVersion } from '../http/api/index.ts';
import type { SettingKeeper } from './declaration.ts';
import { refuseKeeper, type Settings, type SettingView } from './service.ts';

export interface SettingRoutesOptions<Authority> {
  settings: Settings;
  /** Who may see the settings: the three administrators. */
  read: Access<Authority>;
  /** Who may change those of a keeper. */
  change: (keeper: SettingKeeper, authority: Authority) => Result<unknown>;
}

const keeper = z.enum(['system', 'security', 'audit']);

const setting = z.object({
  key: z.string(),
  label: z.string(),
  meaning: z.string(),
  unit: z.string().optional(),
  value: z.unknown(),
  standard: z.unknown(),
  version: z.int(),
  changedBy: z.string().optional(),
  changedAt: instant.optional(),
  /** JSON Schema of the value: what kind of field it is and its bounds. */
  schema: z.record(z.string(), z.unknown()),
});

const section = z.object({
  name: z.string(),
  label: z.string(),
  keeper,
  /** Whether who asks may change it. */
  changeable: z.boolean(),
  settings: z.array(setting),
});

/** The addresses of the settings, for the screen of the administrators. */
export function settingRoutes<Authority>(options: SettingRoutesOptions<Authority>): Route<Authority>[] {
  const { settings, read, change } = options;
  const define = defineRoute<Authority>();
  const present = (view: SettingView) => ({ ...view, schema: settings.schemaOf(view.key) });
  return [
    define({
      method: 'GET',
      path: '/settings',
      summary: '查看系统设置',
      access: read,
      answer: z.object({ sections: z.array(section) }),
      handle: async ({ authority }) => {
        const sections = await settings.list();
        return success({
          sections: sections.map((each) => ({
            ...each,
            changeable: change(each.keeper, authority).ok,
            settings: each.settings.map(present),
          })),
        });
      },
    }),
    define({
      method: 'PATCH',
      path: '/settings/:key',
      summary: '修改一项系统设置',
      access: read,
      params: z.object({ key: z.string().max(100) }),
      body: z.object({ value: z.unknown(), version: seenVersion }),
      answer: setting,
      handle: async ({ actor, authority, now, params, body }) => {
        const owner = settings.findKeeper(params.key);
        if (owner && !change(owner, authority).ok) return refuseKeeper(owner);
        const changed = await settings.change(actor, now, {
          key: params.key,
          value: body.value,
          version: body.version,
        });
        return changed.ok ? success(present(changed.value)) : changed;
      },
    }),
  ];
}
