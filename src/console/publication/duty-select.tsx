import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, ask } from '../api/client.ts';
import { messages } from './messages.ts';

interface DutySelectProps {
  /** Whose catalogue it is. */
  organId: string;
  /** The one that is chosen, which may have ended since. */
  known?: { id: string; topic: string; name: string } | undefined;
  // Given by the form item around it.
  id?: string;
  value?: string;
  onChange?(value: string | undefined): void;
}

/** Chooses the line of an organ's catalogue that an item fulfils, by a part of its name. */
export function DutySelect({ organId, known, ...rest }: DutySelectProps) {
  const { data, isPending } = useQuery({
    queryKey: ['catalogue', 'choice', organId],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/items', { params: { query: { organId } }, signal })),
  });
  const lines = data?.items ?? [];
  const all = known && !lines.some(({ id }) => id === known.id) ? [known, ...lines] : lines;
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      placeholder={messages.catalogueLineNone}
      notFoundContent={isPending ? messages.reading : messages.catalogueEmpty}
      options={all.map(({ id, topic, name }) => ({ value: id, label: `${topic}：${name}` }))}
    />
  );
}
