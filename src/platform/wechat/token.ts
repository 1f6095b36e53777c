import { faultOnWay, given, type WechatAnswer } from './faults.ts';
import { ask, type WechatEndpoint } from './request.ts';

/** Who an account is to the interface. */
export interface WechatCredentials {
  appId: string;
  appSecret: string;
}

/** A token with the instant until which it may be used. */
export interface WechatToken {
  value: string;
  until: Date;
}

/** The interface renews a token in its last five minutes, in which the old and the new one hold. */
const margin = 5 * 60;

/**
 * Fetches the token of an account (stable_token). Asked again while one is in force, the interface gives the same.
 *
 * @param force make the one in force worthless and give another, for one that is refused although it should hold
 */
export async function fetchToken(
  endpoint: WechatEndpoint,
  { appId, appSecret }: WechatCredentials,
  now: Date,
  force = false,
): Promise<WechatAnswer<WechatToken>> {
  const answer = await ask(
    endpoint,
    'stable_token',
    {},
    { json: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force } },
  );
  if (!answer.ok) return answer;
  const { access_token: value, expires_in: seconds } = answer.value;
  if (typeof value !== 'string' || value === '' || typeof seconds !== 'number') {
    return { ok: false, fault: faultOnWay('answer', false) };
  }
  return given({ value, until: new Date(now.getTime() + Math.max(seconds - margin, 60) * 1_000) });
}
