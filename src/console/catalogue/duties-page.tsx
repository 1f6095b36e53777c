import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dutyGroupKeys, dutyGroups, dutyStatuses, dutyStatusKeys } from '../../catalogue/domain/duty.ts';
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
const choices = [...dutyGroupKeys, ...dutyStatusKeys, 'all'] as const;
/** Without a word in the address: what is to be done. */
const usual = 'todo';
const statusOptions = [
  ...dutyGroupKeys.map((value) => ({ value: value as string, label: dutyGroups[value].name as string })),
  ...optionsOf(dutyStatuses),
  { value: 'all', label: messages.all },
].filter(({ value }) => value !== usual);
const aloneOptions = [{ value: 'true', label: messages.alone }];

/** The years a person may look at: what is planned for the next one, and three back. */
export function yearOptions() {
  const year = Number(dayInChina(new Date()).slice(0, 4));
  return [year + 1, year, year - 1, year - 2, year - 3].map((each) => ({
    value: String(each),
    label: messages.year4(each),
  }));
}

/** 公开任务: what is to be done, the longest overdue first; or what a number of the coverage counts, with what was published for it. */
export function DutiesPage() {
  const address = useAddress();
  const { get } = address;
  const { person } = useWork();
  const seesCounty = useSeesCounty();
  const status = oneOf(choices, get('status')) ?? usual;
  const alone = get('alone') === 'true' ? 'true' : undefined;
  const year = Number(get('year'));
  const asked = useQuery(
    dutiesQuery({
      page: address.page,
      organId: get('organId'),
      alone,
      year: Number.isInteger(year) && year > 0 ? year : undefined,
      fieldKey: oneOf([...fieldKeys, 'none'] as const, get('fieldKey')),
      status: status === 'all' ? undefined : status,
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
          {
            name: 'status',
            label: messages.status,
            kind: 'choice',
            options: statusOptions,
            placeholder: dutyGroups[usual].name,
          },
          ...(seesCounty || alone
            ? [
                {
                  name: 'alone',
                  label: messages.below,
                  kind: 'choice',
                  options: aloneOptions,
                  placeholder: messages.withBelow,
                } as const,
              ]
            : []),
        ]}
      />
      <List
        caption={messages.title}
        columns={dutyColumns()}
        rowKey={({ id }) => id}
        asked={asked}
        empty={
          status === usual ? (
            <StateBox kind="good" title={messages.nothingTodo} words={messages.nothingTodoWords} />
          ) : (
            <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
          )
        }
        setPage={address.setPage}
      />
    </Page>
  );
}
