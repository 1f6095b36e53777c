import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { organsQuery } from '../organs/queries.ts';
import { pathTo } from '../organs/tree.ts';

interface OrganSelectProps {
  // Given by the form item around it.
  id?: string;
  value?: string;
  onChange?(value: string | undefined): void;
  /** What may be chosen; every acting organ when absent. */
  only?(organ: { id: string; kind: string }): boolean;
  placeholder?: string;
}

/** Chooses an organ by a part of its name; organs of the same name are told apart by those above them. */
export function OrganSelect({ only = () => true, placeholder = '输入名称查找', ...rest }: OrganSelectProps) {
  const { data, isPending } = useQuery(organsQuery());
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'search' }}
      loading={isPending}
      placeholder={placeholder}
      notFoundContent={isPending ? '正在读取' : '没有名称相符的机构'}
      options={organOptions(data?.organs ?? [], only)}
    />
  );
}

interface OrgansSelectProps {
  id?: string;
  value?: string[];
  onChange?(value: string[]): void;
}

/** Chooses several organs. */
export function OrgansSelect(props: OrgansSelectProps) {
  const { data, isPending } = useQuery(organsQuery());
  return (
    <Select
      {...props}
      mode="multiple"
      showSearch={{ optionFilterProp: 'search' }}
      loading={isPending}
      placeholder="输入名称查找，可以选择多个"
      notFoundContent={isPending ? '正在读取' : '没有名称相符的机构'}
      options={organOptions(data?.organs ?? [], () => true)}
    />
  );
}

type Organ = Parameters<typeof pathTo>[0][number] & { kind: string; status: string };

/** The acting organs as options, each with those above it. */
function organOptions(organs: readonly Organ[], only: (organ: Organ) => boolean) {
  return organs
    .filter((organ) => organ.status === 'living' && only(organ))
    .map((organ) => {
      const above = pathTo(organs, organ.id)
        .slice(1, -1)
        .map(({ shortName }) => shortName);
      return {
        value: organ.id,
        label: above.length > 0 ? `${organ.fullName}（${above.join(' / ')}）` : organ.fullName,
        search: `${organ.fullName} ${organ.shortName}`,
      };
    });
}
