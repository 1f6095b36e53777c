import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { organKindNames, organStatusNames } from '../../organisation/domain/organ.ts';
import { type OrganProfile, profileFields, profileKeys } from '../../organisation/domain/organ-profile.ts';
import type { OrganDetail } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { OrganHistory } from './organ-history.tsx';
import { organQuery } from './queries.ts';
import { StatusMark } from './status-mark.tsx';

/** One organ: names, codes, contact, its office for disclosure, its history. */
export function OrganPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(organQuery(id));
  if (data) return <Organ organ={data} />;
  if (error) return <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />;
  return <Waiting rows={10} />;
}

const isOffice = (key: keyof OrganProfile): boolean => key.startsWith('disclosure');

function Organ({ organ }: { organ: OrganDetail }) {
  const keys = (group: 'codes' | 'contact') =>
    profileKeys.filter((key) => profileFields[key].group === group && !isOffice(key));
  return (
    <>
      <Link className="narrow-only" to="/organs">
        {messages.backToTree}
      </Link>
      <section className="sheet">
        <div className="sheet-head">
          <h2>
            {organ.fullName} <StatusMark status={organ.status} />
          </h2>
          <div className="actions">
            <Link className="button-link" to={`/people?organId=${organ.id}`}>
              {messages.people}
            </Link>
            {organ.rights.maintainContacts ? (
              <Link className="button-link" to={`/organs/${organ.id}/edit`}>
                {messages.edit}
              </Link>
            ) : null}
            {organ.rights.maintain ? (
              <Link className="button-link" to={`/organs/${organ.id}/change`}>
                {messages.change}
              </Link>
            ) : null}
          </div>
        </div>
        <dl className="facts">
          <dt>{messages.shortName}</dt>
          <dd>{organ.shortName}</dd>
          <dt>{messages.kind}</dt>
          <dd>{organKindNames[organ.kind]}</dd>
          <dt>{messages.status}</dt>
          <dd>{organStatusNames[organ.status]}</dd>
          <Fields profile={organ.profile} keys={keys('codes')} />
          <Fields profile={organ.profile} keys={keys('contact')} />
        </dl>
      </section>
      <section className="sheet">
        <h2>{messages.office}</h2>
        <dl className="facts">
          <Fields profile={organ.profile} keys={profileKeys.filter(isOffice)} />
          <dt>{messages.duties}</dt>
          <dd>
            <ol className="duties">
              {organ.duties.map(({ key, text }) => (
                <li key={key}>{text}</li>
              ))}
            </ol>
          </dd>
        </dl>
      </section>
      <OrganHistory organ={organ} />
    </>
  );
}

function Fields({ profile, keys }: { profile: OrganProfile; keys: readonly (keyof OrganProfile)[] }) {
  return keys.map((key) => (
    <div key={key} className="fact">
      <dt>{profileFields[key].label.replace(/^公开工作机构(?=.)/, '')}</dt>
      <dd>{profile[key] === '' ? <span className="soft">{messages.blank}</span> : profile[key]}</dd>
    </div>
  ));
}
