import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { describePerson } from '../../organisation/domain/person.ts';
import { peopleQuery } from '../people/queries.ts';

interface PersonSelectProps {
  // Given by the form item around it.
  id?: string;
  value?: string;
  onChange?(value: string | undefined): void;
  /** Somebody who cannot be chosen. */
  except?: string;
}

/** Chooses a person by a part of the name; people of the same name are told apart by organ and post. */
export function PersonSelect({ except, ...rest }: PersonSelectProps) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, isFetching } = useQuery(
    peopleQuery({ page: 1, pageSize: 50, state: 'active', search: search === '' ? undefined : search }),
  );
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={isFetching}
      placeholder="输入姓名查找"
      notFoundContent={isFetching ? '正在查找' : '没有找到，请核对姓名'}
      options={(data?.items ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, name, organ, jobTitle, posts }) => ({
          value: id,
          label: describePerson(name, [organ.name, jobTitle ?? posts[0]?.roleName]),
        }))}
    />
  );
}
