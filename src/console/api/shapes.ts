/** Who uses this page, and what they may do first. */
export interface Session {
  state: 'empty' | 'signed-out' | 'second-factor' | 'must-change-password' | 'must-enrol-totp' | 'signed-in';
  csrfToken: string;
  demo?: { accounts: DemoAccount[] };
  oidc?: { name: string };
  person?: SignedInPerson;
  menu: string[];
}

export interface DemoAccount {
  loginName: string;
  password: string;
  name: string;
  post: string;
  organ: string;
}

export interface SignedInPerson {
  id: string;
  name: string;
  loginName: string;
  organ: { id: string; name: string };
  posts: { role: string; roleName: string; organ: { id: string; name: string } }[];
}
