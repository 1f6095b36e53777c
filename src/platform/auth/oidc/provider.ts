import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { failure, type Result, success } from '../../../kernel/result.ts';
import type { Log } from '../../log/index.ts';
import type { OidcSettings } from './settings.ts';

/** What a browser keeps between going to the provider and coming back. */
export interface OidcAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider vouches for. */
export interface VouchedPerson {
  loginName: string;
  gaveSecondFactor: boolean;
}

/** 统一身份认证 as this system speaks with it. */
export interface OidcProvider {
  name: string;
  /** Where to send the browser, and what it has to keep meanwhile. */
  begin(callback: string): Promise<Result<{ href: string; attempt: OidcAttempt }>>;
  /** Reads what the browser brought back. */
  complete(returned: URL, attempt: OidcAttempt): Promise<Result<VouchedPerson>>;
  /** Where to send the browser to sign out there too; undefined where the provider has no such place, or is away. */
  findSignOut(back: string): Promise<string | undefined>;
}

const secondsToAnswer = 10;

/**
 * The provider with these settings. It is asked about itself at the first sign-in and not at start:
 * that it is away must not keep this system from starting, and a failure is not remembered.
 */
export function createOidcProvider(settings: OidcSettings, log: Log): OidcProvider {
  let known: Promise<Configuration> | undefined;
  const discover = (): Promise<Configuration> => {
    known ??= find(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    name: settings.name,
    begin: (callback) => trying(log, async () => begin(await discover(), settings, callback)),
    complete: (returned, attempt) => trying(log, async () => complete(await discover(), settings, returned, attempt)),
    async findSignOut(back) {
      const found = await trying(log, async () => success(await discover()));
      if (!found.ok || !found.value.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(found.value, { post_logout_redirect_uri: back }).href;
    },
  };
}

function find({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const authentication = clientSecret ? ClientSecretPost(clientSecret) : None();
  return discovery(issuer, clientId, undefined, authentication, {
    timeout: secondsToAnswer,
    // An intranet may have no certificates; whoever writes http:// has decided so.
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
}

async function begin(
  configuration: Configuration,
  { scope }: OidcSettings,
  callback: string,
): Promise<Result<{ href: string; attempt: OidcAttempt }>> {
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
  return success({ href: address.href, attempt });
}

async function complete(
  configuration: Configuration,
  { loginClaim, secondFactorValues }: OidcSettings,
  returned: URL,
  { state, nonce, verifier }: OidcAttempt,
): Promise<Result<VouchedPerson>> {
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no ID token');
  // A provider may keep what it says of the person out of the ID token.
  const asked =
    claims[loginClaim] === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  const loginName = asked[loginClaim];
  if (typeof loginName !== 'string' || loginName.trim() === '' || loginName.length > 200) {
    return failure(
      'oidc-no-name',
      '统一身份认证没有提供登录名，无法确定您是谁。请系统管理员核对 OIDC_LOGIN_CLAIM 和 OIDC_SCOPE 的设置。',
    );
  }
  const given = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
  const gaveSecondFactor = given.some((each) => typeof each === 'string' && secondFactorValues.includes(each));
  return success({ loginName, gaveSecondFactor });
}

/** Turns what went wrong between here and there into a sentence; a bug of ours is still thrown. */
async function trying<T>(log: Log, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refusal = explain(error);
    if (!refusal) throw error;
    log.warn({ err: error, code: refusal.problem.code }, 'sign-in through the provider failed');
    return refusal;
  }
}

function explain(error: unknown) {
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied'
      ? failure('oidc-cancelled', '您在统一身份认证中取消了登录。需要登录的，请重新操作，或者使用登录名和密码登录。')
      : failure('oidc-refused', '统一身份认证没有同意这次登录，请稍后重试；一直如此的，请联系系统管理员。');
  }
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_grant'
      ? failure('oidc-expired', '这次登录停留过久或已经用过，没有生效，请重新登录。')
      : failure('oidc-refused', '统一身份认证拒绝了本系统的请求，请系统管理员核对 OIDC 客户端编号和密钥的设置。');
  }
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // What fetch says where nobody answers: a TypeError whose cause is of the network.
  if (code === 'OAUTH_TIMEOUT' || isNetworkFailure(error)) return away();
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON') return away();
  if (code.startsWith('OAUTH_')) {
    return failure(
      'oidc-mismatch',
      '统一身份认证返回的信息核对不一致，为安全起见没有登录。请重新登录；一直如此的，请联系系统管理员。',
    );
  }
  return undefined;
}

function isNetworkFailure(error: Error): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : '';
    if (
      /^(E[A-Z_]+|UND_ERR_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/.test(code)
    )
      return true;
  }
  return false;
}

const away = () =>
  failure(
    'oidc-away',
    '统一身份认证暂时连接不上。请稍后重试，或者使用登录名和密码登录；一直如此的，请联系系统管理员。',
  );
