import { Link } from 'react-router';
import { useWork } from '../session/session.ts';
import { messages } from './messages.ts';

/** Who one is to the system. */
export function Profile() {
  const { person, passwordExpiresOn } = useWork();
  return (
    <>
      {passwordExpiresOn ? (
        <p className="notice notice-warn">
          {messages.passwordExpires(passwordExpiresOn)} <Link to="/account/password">{messages.changePassword}</Link>
        </p>
      ) : null}
      <dl className="facts">
        <dt>{messages.name}</dt>
        <dd>{person.name}</dd>
        <dt>{messages.loginName}</dt>
        <dd>{person.loginName}</dd>
        <dt>{messages.organ}</dt>
        <dd>{person.organ.name}</dd>
        <dt>{messages.posts}</dt>
        <dd>
          {person.posts.length === 0 ? (
            messages.noPosts
          ) : (
            <ul className="plain">
              {person.posts.map(({ role, roleName, organ }) => (
                <li key={`${role} ${organ.id}`}>
                  {organ.name} {roleName}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      {person.posts.length === 0 ? null : <p className="hint">{messages.postsWords}</p>}
    </>
  );
}
