import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { organKindNames, organStatusNames } from '../../organisation/domain/organ.ts';
import { type OrganProfile, profileFields, profileKeys } from '../../organisation/domain/organ-profile.ts';
import type { OrganDetail } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Waiting } from '../parts/list.tsx';
import { ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { OrganHistory } from './organ-history.tsx';
import { organQuery } from './queries.ts';
import { StatusMark } from './status-mark.tsx';

/** One organ: names, codes, contact, its office for disclosure, its history. */
export function OrganPage() {
  const { id = '' } = useParams();
  const asOf = useAddress().get('asOf');
  const { data, error, refetch } = useQuery(organQuery(id, asOf));
  if (data) return <Organ organ={data} asOf={asOf} />;
  if (error) return <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />;
  return <Waiting rows={10} />;
}

const isOffice = (key: keyof OrganProfile): boolean => key.startsWith('disclosure');

function Organ({ organ, asOf }: { organ: OrganDetail; asOf: string | undefined }) {
  const day = asOf ? `?asOf=${asOf}` : '';
  const above = organ.path.slice(0, -1);
  const keys = (group: 'codes' | 'contact') =>
    profileKeys.filter((key) => profileFields[key].group === group && !isOffice(key));
  return (
    <>
      <Link className="narrow-only" to={`/organs${day}`}>
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
        {asOf ? <p className="soft section-words">{messages.asOfDetail(asOf)}</p> : null}
        <dl className="facts">
          <dt>{messages.shortName}</dt>
          <dd>{organ.shortName}</dd>
          <dt>{messages.kind}</dt>
          <dd>{organKindNames[organ.kind]}</dd>
          <dt>{messages.status}</dt>
          <dd>{organStatusNames[organ.status]}</dd>
          {above.length > 0 ? (
            <>
              <dt>{messages.parent}</dt>
              <dd>{above.map(({ shortName }) => shortName).join(' / ')}</dd>
            </>
          ) : null}
          {organ.successors.length > 0 ? (
            <>
              <dt>{messages.successors}</dt>
              <dd>
                {organ.successors.map(({ id, shortName }) => (
                  <Link key={id} to={`/organs/${id}${day}`}>
                    {shortName}{' '}
                  </Link>
                ))}
              </dd>
            </>
          ) : null}
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
