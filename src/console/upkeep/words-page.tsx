import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { wordKinds } from '../../publication/domain/word.ts';
import type { CheckWord } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { wordsQuery } from './queries.ts';
import { UpkeepTabs } from './upkeep-tabs.tsx';
import { AddWordDialog, ImportWordsDialog, RemoveWordDialog } from './word-dialogs.tsx';

/** 检查词表: the words the checks of the county look for. */
export function WordsPage() {
  const address = useAddress();
  const mayKeep = useMay('configure-publication');
  const asked = useQuery(wordsQuery(address.page, address.get('search')));
  const [doing, setDoing] = useState<'add' | 'import'>();
  const [removing, setRemoving] = useState<CheckWord>();
  const close = () => setDoing(undefined);
  const columns: Column<CheckWord>[] = [
    { title: messages.wrong, cell: ({ wrong }) => wrong },
    { title: messages.right, cell: ({ right }) => right ?? '—' },
    { title: messages.kind, kind: 'short', cell: ({ kind }) => wordKinds[kind] },
    { title: messages.severity, kind: 'short', cell: ({ severity }) => messages.severities[severity] },
    {
      title: messages.note,
      cell: ({ note, except }) => (
        <>
          {note}
          {except.length > 0 ? <div className="soft">{`${messages.except}：${except.join('、')}`}</div> : null}
        </>
      ),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: (word) =>
        mayKeep ? (
          <Button size="small" aria-label={messages.removeFor(word.wrong)} onClick={() => setRemoving(word)}>
            {messages.remove}
          </Button>
        ) : null,
    },
  ];
  return (
    <Page
      title={messages.title}
      words={messages.wordsWords}
      actions={
        <>
          <a className="button-link" href="/api/publication/check-words/export?format=xlsx" download>
            {messages.exportWords}
          </a>
          {mayKeep ? (
            <>
              <Button onClick={() => setDoing('import')}>{messages.importWords}</Button>
              <Button type="primary" onClick={() => setDoing('add')}>
                {messages.addWord}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <UpkeepTabs />
      <Filters address={address} filters={[{ name: 'search', label: messages.search, kind: 'text' }]} />
      <List
        caption={messages.tabs.words}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={
          address.get('search') ? (
            <StateBox title={messages.wordsEmpty} words={messages.wordsEmptyWords} />
          ) : (
            <StateBox title={messages.wordsNone} words={messages.wordsNoneWords} />
          )
        }
        setPage={address.setPage}
      />
      {doing === 'add' ? <AddWordDialog onClose={close} /> : null}
      {doing === 'import' ? <ImportWordsDialog onClose={close} /> : null}
      {removing ? <RemoveWordDialog word={removing} onClose={() => setRemoving(undefined)} /> : null}
    </Page>
  );
}
