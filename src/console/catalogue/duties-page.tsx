import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dutyStatuses, dutyStatusKeys } from '../../catalogue/domain/duty.ts';
import { fieldKeys, fields } from '../../catalogue/domain/fields.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import { useSeesCounty } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { messages } from './duty-messages.ts';
import { dutyColumns } from './duty-parts.tsx';
import { messages as catalogueMessages } from './messages.ts';
import { dutiesQuery } from './queries.ts';

const fieldOptions = [
  ...fieldKeys.map((value) => ({ value: value as string, label: fields[value].name as string })),
  { value: 'none', label: messages.noField },
];
const pressingOptions = [{ value: 'true', label: messages.pressingOnly }];

/** The years a person may look at: what is planned for the next one, and three back. */
export function yearOptions() {
  const year = Number(dayInChina(new Date()).slice(0, 4));
  return [year + 1, year, year - 1, year - 2, year - 3].map((each) => ({
    value: String(each),
    label: messages.year4(each),
  }));
}

/** 公开任务: what a number of the coverage counts, each with what was published for it. */
export function DutiesPage() {
  const address = useAddress();
  const { get } = address;
  const { person } = useWork();
  const seesCounty = useSeesCounty();
  // Everybody but the county looks first at what is owed at home.
  const organId = get('organId') ?? (seesCounty ? undefined : person.organ.id);
  const year = Number(get('year'));
  const asked = useQuery(
    dutiesQuery({
      page: address.page,
      organId,
      year: Number.isInteger(year) && year > 0 ? year : undefined,
      fieldKey: oneOf([...fieldKeys, 'none'] as const, get('fieldKey')),
      status: oneOf(dutyStatusKeys, get('status')),
      pressing: get('pressing') === 'true' ? 'true' : undefined,
      itemId: get('itemId'),
      words: get('words'),
    }),
  );
  return (
    <Page title={messages.title} words={messages.words} back={<Link to="/catalogue">{catalogueMessages.back}</Link>}>
      <Filters
        address={address}
        filters={[
          { name: 'words', label: messages.search, kind: 'text' },
          {
            name: 'organId',
            label: messages.organ,
            kind: 'organ',
            ...(seesCounty ? {} : { placeholder: person.organ.name }),
          },
          { name: 'year', label: messages.year, kind: 'choice', options: yearOptions() },
          { name: 'fieldKey', label: messages.field, kind: 'choice', options: fieldOptions },
          { name: 'status', label: messages.status, kind: 'choice', options: optionsOf(dutyStatuses) },
          { name: 'pressing', label: messages.pressing, kind: 'choice', options: pressingOptions },
        ]}
      />
      <List
        caption={messages.title}
        columns={dutyColumns()}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
