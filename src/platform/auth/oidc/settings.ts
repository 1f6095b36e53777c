import { readFileSync } from 'node:fs';
import { failure, type Result, success } from '../../../kernel/result.ts';
import type { Config } from '../../config/index.ts';

/** How 统一身份认证 (a provider of OpenID Connect) is reached and believed. */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  /** Absent for a client without a secret, which proves itself by PKCE alone. */
  clientSecret?: string;
  /** What it is called on the page. */
  name: string;
  scope: string;
  /** The claim that is the login name here. */
  loginClaim: string;
  /** The methods (`amr`, RFC 8176) or classes (`acr`) that count as a second factor; without any, ours is asked for. */
  secondFactorValues: readonly string[];
}

/** The settings as the environment has them; undefined without a provider, refused where they do not fit together. */
export function readOidcSettings(config: Config): Result<OidcSettings | undefined> {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcClientSecretFile } = config;
  if (!oidcIssuer.url) return success(undefined);
  if (!oidcClientId.value) {
    return failure(
      'invalid-config',
      '设置了 OIDC_ISSUER，还须设置 OIDC_CLIENT_ID（统一身份认证给本系统的客户端编号）。',
    );
  }
  if (oidcClientSecret.value && oidcClientSecretFile.path) {
    return failure('invalid-config', 'OIDC_CLIENT_SECRET 与 OIDC_CLIENT_SECRET_FILE 只能设置一个。');
  }
  const secret = oidcClientSecretFile.path ? readSecretOf(oidcClientSecretFile.path) : success(oidcClientSecret.value);
  if (!secret.ok) return secret;
  return success({
    issuer: new URL(oidcIssuer.url),
    clientId: oidcClientId.value,
    ...(secret.value ? { clientSecret: secret.value } : {}),
    name: config.oidcName,
    scope: config.oidcScope,
    loginClaim: config.oidcLoginClaim,
    secondFactorValues: config.oidcSecondFactor,
  });
}

function readSecretOf(path: string): Result<string> {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret) return success(secret);
    return failure('invalid-config', `OIDC_CLIENT_SECRET_FILE 指定的文件“${path}”是空的。`);
  } catch {
    return failure('invalid-config', `OIDC_CLIENT_SECRET_FILE 指定的文件“${path}”无法读取，请检查路径和权限。`);
  }
}
