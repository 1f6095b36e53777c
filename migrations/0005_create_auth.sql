-- Signing in: accounts, sessions, known devices. A person is known here by (county_id, person_id)
-- only; what stands behind it belongs to the area organisation, so there is no foreign key to it.

CREATE TABLE auth_login_name (
  login_name text PRIMARY KEY,
  county_id uuid NOT NULL,
  person_id uuid NOT NULL
);
COMMENT ON TABLE auth_login_name IS 'Directory of the whole deployment: which person of which county signs in under a name. Not a table of a county: who signs in has not said yet where they belong. No foreign key, so that the accounts can be distributed by county';
COMMENT ON COLUMN auth_login_name.login_name IS 'As compared: NFKC, lower case; unique over all counties';
COMMENT ON COLUMN auth_login_name.county_id IS 'County of the account';
COMMENT ON COLUMN auth_login_name.person_id IS 'Person of the account';

CREATE TABLE auth_account (
  county_id uuid NOT NULL,
  person_id uuid NOT NULL,
  login_name text NOT NULL,
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  must_change_password boolean NOT NULL,
  previous_password_hashes text[] NOT NULL DEFAULT '{}',
  failure_count integer NOT NULL DEFAULT 0,
  lock_count integer NOT NULL DEFAULT 0,
  last_failed_at timestamptz,
  locked_until timestamptz,
  totp_secret text,
  totp_pending_secret text,
  totp_last_step bigint NOT NULL DEFAULT 0,
  recovery_code_hashes text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  last_signed_in_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (county_id, person_id)
);
COMMENT ON TABLE auth_account IS 'How a person signs in; at most one account each';
COMMENT ON COLUMN auth_account.county_id IS 'County of the person';
COMMENT ON COLUMN auth_account.person_id IS 'Person of the area organisation';
COMMENT ON COLUMN auth_account.login_name IS 'As in auth_login_name; kept for a closed account whose name is free again';
COMMENT ON COLUMN auth_account.password_hash IS 'argon2id in PHC form, with its parameters and salt';
COMMENT ON COLUMN auth_account.password_changed_at IS 'When it was set, from which its days count';
COMMENT ON COLUMN auth_account.must_change_password IS 'Set by somebody else; nothing may be done before the person sets one of their own';
COMMENT ON COLUMN auth_account.previous_password_hashes IS 'The hashes before, newest first, as many as the settings say may not come again';
COMMENT ON COLUMN auth_account.failure_count IS 'Failures in a row since the last sign-in or lock';
COMMENT ON COLUMN auth_account.lock_count IS 'Locks in a row since the last sign-in; each is longer than the one before';
COMMENT ON COLUMN auth_account.last_failed_at IS 'When the last failure was; after a day without one counting begins anew';
COMMENT ON COLUMN auth_account.locked_until IS 'Until when no password counts, except from a known device';
COMMENT ON COLUMN auth_account.totp_secret IS 'TOTP secret in force, base32, sealed; null without second factor';
COMMENT ON COLUMN auth_account.totp_pending_secret IS 'TOTP secret shown but not confirmed with a code yet, sealed';
COMMENT ON COLUMN auth_account.totp_last_step IS 'Time step (30 s since 1970) of the last code that counted: each code counts once';
COMMENT ON COLUMN auth_account.recovery_code_hashes IS 'SHA-256 of the recovery codes that were not used yet, in hex';
COMMENT ON COLUMN auth_account.created_at IS 'When it was opened';
COMMENT ON COLUMN auth_account.last_signed_in_at IS 'When signing in was last completed';
COMMENT ON COLUMN auth_account.closed_at IS 'Since when nobody can sign in with it';

CREATE TABLE auth_session (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash text NOT NULL,
  signed_in_by text NOT NULL CHECK (signed_in_by IN ('password', 'oidc')),
  second_factor_at timestamptz,
  created_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  address text NOT NULL,
  browser text NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, person_id) REFERENCES auth_account
);
CREATE INDEX auth_session_person ON auth_session (county_id, person_id);
COMMENT ON TABLE auth_session IS 'Who is signed in, or on the way to it; the row goes when the session ends';
COMMENT ON COLUMN auth_session.county_id IS 'County of the person; part of the cookie, so that a session is found within its county';
COMMENT ON COLUMN auth_session.id IS 'Part of the cookie, and what the audit names; not secret';
COMMENT ON COLUMN auth_session.person_id IS 'Whose session it is';
COMMENT ON COLUMN auth_session.token_hash IS 'SHA-256 of the secret part of the cookie, in hex; a new one at every step of signing in';
COMMENT ON COLUMN auth_session.signed_in_by IS 'With a password here, or through 统一身份认证';
COMMENT ON COLUMN auth_session.second_factor_at IS 'When the second factor was given, here or to 统一身份认证';
COMMENT ON COLUMN auth_session.created_at IS 'When it began';
COMMENT ON COLUMN auth_session.touched_at IS 'When something was last asked with it, to the minute';
COMMENT ON COLUMN auth_session.expires_at IS 'When it ends however busy it is';
COMMENT ON COLUMN auth_session.address IS 'Network address it began from; personal data, seen by the person and the auditor only';
COMMENT ON COLUMN auth_session.browser IS 'Browser and system in plain words, e.g. Edge 浏览器（Windows）';

CREATE TABLE auth_device (
  county_id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash text NOT NULL,
  failure_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, person_id, token_hash),
  FOREIGN KEY (county_id, person_id) REFERENCES auth_account
);
COMMENT ON TABLE auth_device IS 'Browsers a person completed signing in on: wrong passwords of strangers elsewhere do not lock them out there';
COMMENT ON COLUMN auth_device.county_id IS 'County of the person';
COMMENT ON COLUMN auth_device.person_id IS 'Who signed in';
COMMENT ON COLUMN auth_device.token_hash IS 'SHA-256 of the cookie that tells the browser again, in hex; several persons may share one';
COMMENT ON COLUMN auth_device.failure_count IS 'Failures in a row on this device; at the limit it is forgotten and the account locked';
COMMENT ON COLUMN auth_device.created_at IS 'First sign-in there';
COMMENT ON COLUMN auth_device.last_used_at IS 'Last sign-in there';

CREATE TABLE auth_address (
  address text PRIMARY KEY,
  failure_count integer NOT NULL,
  lock_count integer NOT NULL,
  last_failed_at timestamptz NOT NULL,
  locked_until timestamptz
);
COMMENT ON TABLE auth_address IS 'Failures to sign in by network address, over all accounts; of the whole deployment, like auth_login_name';
COMMENT ON COLUMN auth_address.address IS 'IPv4 address, or the first 64 bits of an IPv6 address';
COMMENT ON COLUMN auth_address.failure_count IS 'Failures in a row since the last lock';
COMMENT ON COLUMN auth_address.lock_count IS 'Locks in a row';
COMMENT ON COLUMN auth_address.last_failed_at IS 'When the last failure was; after a day without one the row goes';
COMMENT ON COLUMN auth_address.locked_until IS 'Until when nobody signs in from there, except on a known device';

GRANT SELECT, INSERT, UPDATE, DELETE ON auth_login_name, auth_session, auth_device, auth_address TO gongkai_app;
GRANT SELECT, INSERT, UPDATE ON auth_account TO gongkai_app;
