import { z } from 'zod';
import { type Actor, systemCounty } from '../../kernel/actor.ts';
import { conflict, forbidden, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import type { Db } from '../db/index.ts';
import type { SettingDeclaration, SettingKeeper, SettingSection, SettingValues } from './declaration.ts';
import { findForUpdate, insertSetting, listSettings, type StoredSetting, updateSetting } from './store.ts';

/** A setting as the screen shows it. */
export interface SettingView {
  key: string;
  label: string;
  meaning: string;
  unit?: string;
  value: unknown;
  standard: unknown;
  /** 0 while nobody has set it. */
  version: number;
  changedBy?: string;
  changedAt?: Date;
}

/** A section as the screen shows it. */
export interface SectionView {
  name: string;
  label: string;
  keeper: SettingKeeper;
  settings: SettingView[];
}

export interface SettingChange {
  key: string;
  value: unknown;
  /** The version that was on the screen. */
  version: number;
}

/** The settings of the system: what was declared, with what has been set. */
export interface Settings {
  /** The values of a section. Cheap: what other processes changed is seen within `settingAge`. */
  read<Section extends SettingSection>(section: Section): Promise<SettingValues<Section>>;
  list(): Promise<SectionView[]>;
  /** The keeper of a setting; undefined when there is no such setting. */
  findKeeper(key: string): SettingKeeper | undefined;
  /** The JSON Schema of what may stand in a setting; empty when there is no such setting. */
  schemaOf(key: string): Record<string, unknown>;
  /** Sets one. Refused at the field `value` when it is out of bounds, as a conflict when somebody else was faster. */
  change(actor: Actor, now: Date, change: SettingChange): Promise<Result<SettingView>>;
}

/** Milliseconds for which what was read is believed: for so long another process may go on with the value before. */
const settingAge = 5_000;

/**
 * Gives the settings of these sections. Several processes need no word between them: each reads what
 * is set anew after five seconds, and at once what it changed itself.
 */
export function createSettings(db: Db, sections: readonly SettingSection[]): Settings {
  const declared = new Map<string, { section: SettingSection; declaration: SettingDeclaration }>(
    sections.flatMap((section) =>
      Object.entries(section.settings).map(
        ([name, declaration]) => [`${section.name}.${name}`, { section, declaration }] as const,
      ),
    ),
  );
  let known: { until: number; rows: Promise<Map<string, StoredSetting>> } | undefined;
  const load = (): Promise<Map<string, StoredSetting>> => {
    const now = performance.now();
    if (!known || known.until < now) {
      const rows = listSettings(db, systemCounty).then((list) => new Map(list.map((each) => [each.key, each])));
      const loaded = { until: now + settingAge, rows };
      known = loaded;
      // What could not be read is not believed: the next one asks again.
      rows.catch(() => {
        if (known === loaded) known = undefined;
      });
    }
    return known.rows;
  };

  return {
    async read(section) {
      const rows = await load();
      const values = Object.entries(section.settings).map(([name, declaration]) => [
        name,
        valueIn(declaration, rows.get(`${section.name}.${name}`)),
      ]);
      return Object.fromEntries(values);
    },

    async list() {
      const rows = await listSettings(db, systemCounty);
      return sections.map(({ name, label, keeper, settings }) => ({
        name,
        label,
        keeper,
        settings: Object.entries(settings).map(([setting, declaration]) => {
          const key = `${name}.${setting}`;
          return present(
            key,
            declaration,
            rows.find((row) => row.key === key),
          );
        }),
      }));
    },

    findKeeper: (key) => declared.get(key)?.section.keeper,

    schemaOf: (key) => {
      const schema = declared.get(key)?.declaration.schema;
      // What is typed; some settings tidy it, which no schema can say.
      return schema ? z.toJSONSchema(schema, { io: 'input' }) : {};
    },

    async change(actor, now, { key, value, version }) {
      const found = declared.get(key);
      if (!found) return missing('没有这一项设置，请刷新页面。');
      const { declaration, section } = found;
      const checked = declaration.schema.safeParse(value);
      if (!checked.success) {
        const message = checked.error.issues[0]?.message ?? '取值无效';
        return invalid([{ field: 'value', message: `${declaration.label}${message}。` }]);
      }
      const changed = await write(db, actor, now, async (trx, record): Promise<Result<StoredSetting>> => {
        const row = await findForUpdate(trx, systemCounty, key);
        const before = valueIn(declaration, row);
        if ((row?.version ?? 0) !== version) {
          return conflict(
            `“${declaration.label}”刚刚被${row?.changedByName ?? '他人'}修改过，请刷新页面，核对后再改。`,
          );
        }
        const refusal = declaration.refuse?.(before, checked.data);
        if (refusal) return invalid([{ field: 'value', message: refusal }]);
        const stored: StoredSetting = {
          key,
          value: checked.data,
          version: version + 1,
          changedBy: actor.personId ?? null,
          changedByName: actor.name,
          changedAt: now,
        };
        const done = row
          ? await updateSetting(trx, systemCounty, stored)
          : await insertSetting(trx, systemCounty, stored);
        if (!done) return conflict(`“${declaration.label}”刚刚被他人修改过，请刷新页面，核对后再改。`);
        record({
          action: 'setting.change',
          record: { kind: 'setting', id: key, label: `${section.label}：${declaration.label}` },
          before: { value: before },
          after: { value: checked.data },
          masks: { value: 'plain' },
        });
        return success(stored);
      });
      if (!changed.ok) return changed;
      known = undefined;
      return success(present(key, declaration, changed.value));
    },
  };
}

/** What is set; the standard where nothing is, or where what is set is out of bounds that came later. */
function valueIn(declaration: SettingDeclaration, row: StoredSetting | undefined): unknown {
  const checked = row && declaration.schema.safeParse(row.value);
  return checked?.success ? checked.data : declaration.standard;
}

function present(key: string, declaration: SettingDeclaration, row: StoredSetting | undefined): SettingView {
  const { label, meaning, unit, standard } = declaration;
  return {
    key,
    label,
    meaning,
    ...(unit ? { unit } : {}),
    value: valueIn(declaration, row),
    standard,
    version: row?.version ?? 0,
    ...(row ? { changedBy: row.changedByName, changedAt: row.changedAt } : {}),
  };
}

/** Refuses who is not the keeper of a setting, and says who is. */
export const refuseKeeper = (keeper: SettingKeeper) =>
  forbidden(
    `这一项设置由${{ system: '系统管理员', security: '安全管理员', audit: '审计管理员' }[keeper]}修改，请与其联系。`,
  );
