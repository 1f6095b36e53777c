import type { KeyRing } from '../../platform/crypto/index.ts';
import { type SealedColumn, sealContext } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/index.ts';
import {
  faultOnWay,
  fetchToken,
  type WechatAnswer,
  type WechatCredentials,
  type WechatEndpoint,
  type WechatTokens,
} from '../../platform/wechat/index.ts';
import { findSealedAccount, type SealedAccount, updateToken } from '../store/wechat-accounts.ts';

const secretColumn: SealedColumn = {
  table: 'publication_wechat_account',
  keyColumns: ['county_id', 'id'],
  column: 'app_secret_sealed',
};
const tokenColumn: SealedColumn = { ...secretColumn, column: 'access_token_sealed' };

/** The sealed columns of official accounts, for the change of keys. */
export const wechatSealedColumns: readonly SealedColumn[] = [secretColumn, tokenColumn];

/** Which account of which county. */
export interface AccountKey {
  countyId: string;
  id: string;
}

/** Seals an AppSecret; nothing gives it out again but the request for a token. */
export const sealSecret = (ring: KeyRing, { countyId, id }: AccountKey, secret: string): string =>
  ring.seal(secret, sealContext(secretColumn, countyId, id));

/**
 * The token of an account as all processes share it: it lies sealed in the database, and who has to fetch a new one holds
 * the row, so that the others wait for it instead of fetching one each and making the first worthless.
 */
export function shareToken(
  { db, ring }: { db: Db; ring: KeyRing },
  endpoint: WechatEndpoint,
  account: AccountKey & { appId: string },
  clock: () => Date,
): WechatTokens {
  const { countyId, id } = account;
  const inForce = (found: SealedAccount | undefined): string | undefined => {
    if (!found?.accessTokenSealed || !found.tokenExpiresAt || found.tokenExpiresAt <= clock()) return undefined;
    const opened = ring.open(found.accessTokenSealed, sealContext(tokenColumn, countyId, id));
    return opened.ok ? opened.value : undefined;
  };
  return {
    async get(rejected) {
      const known = inForce(await findSealedAccount(db, countyId, id));
      if (known !== undefined && known !== rejected) return { ok: true, value: known };
      return db.transaction().execute(async (trx) => {
        const found = await findSealedAccount(trx, countyId, id, 'lock');
        const fresh = inForce(found);
        if (fresh !== undefined && fresh !== rejected) return { ok: true, value: fresh };
        const credentials = found && openCredentials(ring, account, found);
        if (!credentials) return { ok: false, fault: faultOnWay('secret', true) };
        const fetched = await fetchOther(endpoint, credentials, clock(), rejected);
        if (!fetched.ok) return fetched;
        const { value, until } = fetched.value;
        await updateToken(trx, countyId, id, ring.seal(value, sealContext(tokenColumn, countyId, id)), until);
        return { ok: true, value };
      });
    },
  };
}

/** A token that is not the one that was refused: the interface gives the same again as long as it believes it holds. */
async function fetchOther(
  endpoint: WechatEndpoint,
  credentials: WechatCredentials,
  now: Date,
  rejected: string | undefined,
): ReturnType<typeof fetchToken> {
  const fetched = await fetchToken(endpoint, credentials, now);
  const isSame = fetched.ok && fetched.value.value === rejected;
  return isSame ? fetchToken(endpoint, credentials, now, true) : fetched;
}

function openCredentials(
  ring: KeyRing,
  { countyId, id, appId }: AccountKey & { appId: string },
  { appSecretSealed }: SealedAccount,
): WechatCredentials | undefined {
  const secret = ring.open(appSecretSealed, sealContext(secretColumn, countyId, id));
  return secret.ok ? { appId, appSecret: secret.value } : undefined;
}

/** Whether an account can be reached with what is kept of it. */
export const tryAccount = async (tokens: WechatTokens): Promise<WechatAnswer<undefined>> => {
  const token = await tokens.get();
  return token.ok ? { ok: true, value: undefined } : token;
};
