import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, covers, findPlace, type Grant, mayAt, scopeOf } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId, violatedUnique } from '../../platform/db/index.ts';
import { listOrganNames } from '../store/organ-names.ts';
import {
  findAccount,
  insertAccount,
  listAccounts,
  updateAccount,
  updateAccountCheck,
  type WechatAccount,
} from '../store/wechat-accounts.ts';
import type { Caller } from './caller.ts';
import { channelSettings } from './channel-settings.ts';
import type { PublicationDeps } from './deps.ts';
import { sealSecret, shareToken, tryAccount } from './wechat-tokens.ts';

/** A connected account as it is shown: that there is a secret, never which. */
export interface AccountView extends Omit<WechatAccount, 'coverMediaId'> {
  organ: string;
}

/** What is written of an account. */
export interface AccountWritten {
  name: string;
  appId: string;
  /** Absent or empty: the one that is kept stays. */
  appSecret?: string | undefined;
  inUse: boolean;
}

/** The accounts somebody may connect or change. */
export async function listWechatAccounts(db: Db, caller: Caller): Promise<AccountView[]> {
  const { authority, now } = caller;
  const { countyId } = authority;
  const scope = scopeOf(authority, 'connect-channels');
  const accounts = await listAccounts(db, countyId);
  const names = await listOrganNames(
    db,
    countyId,
    accounts.map(({ organId }) => organId),
  );
  const shown: AccountView[] = [];
  for (const { coverMediaId: _, ...account } of accounts) {
    const place = await findPlace(db, countyId, account.organId, dayInChina(now));
    if (place && covers(scope, { countyId, place })) {
      shown.push({ ...account, organ: names.get(account.organId)?.shortName ?? '' });
    }
  }
  return shown;
}

/** Connects an account to an organ; each has at most one. */
export async function connectAccount(
  { db, ring }: PublicationDeps,
  caller: Caller,
  organId: string,
  { name, appId, appSecret = '', inUse }: AccountWritten,
): Promise<Result<{ id: string }>> {
  const granted = await mayConnect(db, caller, organId);
  if (!granted.ok) return granted;
  if (appSecret === '') return invalid([{ field: 'appSecret', message: '请填写 AppSecret。' }]);
  const { countyId } = caller.authority;
  const id = newId();
  const connected = write<Result<{ id: string }>>(
    db,
    actorBy(caller.actor, granted.value),
    caller.now,
    async (trx, record) => {
      const there = (await listAccounts(trx, countyId)).find((each) => each.organId === organId);
      if (there) return conflict(`这个单位已经接入公众号“${there.name}”，请在该公众号上修改。`);
      const secret = sealSecret(ring, { countyId, id }, appSecret);
      await insertAccount(trx, countyId, { id, organId, name, appId, inUse }, secret, caller.now);
      record({
        action: 'wechat-account.connect',
        record: { kind: 'wechat-account', id, label: name },
        organId,
        after: { name, appId, inUse },
      });
      return success({ id });
    },
  );
  // Of two who connect one at once the database lets one.
  return connected.catch((error: unknown) => {
    if (violatedUnique(error) === undefined) throw error;
    return conflict('这个单位刚刚由他人接入了公众号，请刷新页面查看。');
  });
}

/** Changes an account. A new secret is only ever written, never read back. */
export async function changeAccount(
  { db, ring }: PublicationDeps,
  caller: Caller,
  id: string,
  version: number,
  { name, appId, appSecret = '', inUse }: AccountWritten,
): Promise<Result<{ version: number }>> {
  const { countyId } = caller.authority;
  const found = await findAccount(db, countyId, id);
  if (!found) return noSuchAccount();
  const granted = await mayConnect(db, caller, found.organId);
  if (!granted.ok) return granted;
  if (appId !== found.appId && appSecret === '') {
    return invalid([{ field: 'appSecret', message: '更换 AppID 时，请一并填写新的 AppSecret。' }]);
  }
  return write(db, actorBy(caller.actor, granted.value), caller.now, async (trx, record) => {
    const done = await updateAccount(
      trx,
      countyId,
      { id, version },
      {
        name,
        appId,
        inUse,
        ...(appSecret === '' ? {} : { appSecretSealed: sealSecret(ring, { countyId, id }, appSecret) }),
        isOther: appId !== found.appId || appSecret !== '',
      },
      caller.now,
    );
    if (!done) return conflict('这个公众号的接入信息刚刚被他人修改过，请刷新页面，核对后再改。');
    record({
      action: 'wechat-account.change',
      record: { kind: 'wechat-account', id, label: name },
      organId: found.organId,
      before: { name: found.name, appId: found.appId, inUse: found.inUse },
      after: { name, appId, inUse, ...(appSecret === '' ? {} : { secretChanged: true }) },
    });
    return success({ version: version + 1 });
  });
}

/** Tries whether an account can be reached with what is kept of it, and keeps how that went. */
export async function checkAccount(
  { db, ring, settings }: PublicationDeps,
  caller: Caller,
  id: string,
): Promise<Result<{ problem?: string }>> {
  const { countyId } = caller.authority;
  const found = await findAccount(db, countyId, id);
  if (!found) return noSuchAccount();
  const granted = await mayConnect(db, caller, found.organId);
  if (!granted.ok) return granted;
  const { wechatAddress } = await settings.read(channelSettings);
  const key = { countyId, id, appId: found.appId };
  const tried = await tryAccount(shareToken({ db, ring }, { baseUrl: wechatAddress }, key, () => caller.now));
  const problem = tried.ok ? undefined : tried.fault.message;
  await write(db, actorBy(caller.actor, granted.value), caller.now, async (trx, record) => {
    await updateAccountCheck(trx, countyId, id, caller.now, problem);
    record({
      action: 'wechat-account.check',
      record: { kind: 'wechat-account', id, label: found.name },
      organId: found.organId,
      after: { reached: tried.ok },
    });
    return success(undefined);
  });
  return success(problem === undefined ? {} : { problem });
}

async function mayConnect(db: Db, { authority, now }: Caller, organId: string): Promise<Result<Grant>> {
  const { countyId } = authority;
  const place = await findPlace(db, countyId, organId, dayInChina(now));
  if (!place) return missing('没有这个单位，请从列表中重新选择。');
  return mayAt(authority, 'connect-channels', { countyId, place });
}

const noSuchAccount = () => missing('没有这个公众号，请刷新页面。');
