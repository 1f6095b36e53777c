import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { kindOf } from '../../../publication/domain/kinds/index.ts';
import type { Finding, ItemDetail, ItemRemark } from '../../api/shapes.ts';
import { SentForm } from '../../parts/form.tsx';
import { Page } from '../../parts/page.tsx';
import { ExplainDialog } from '../checks/explain-dialog.tsx';
import { textFindings } from '../checks/places.ts';
import { useChecks } from '../checks/use-checks.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import { ItemHead } from '../item-head.tsx';
import { messages as itemMessages } from '../messages.ts';
import { renewItems } from '../queries.ts';
import { AskedAbove, LastReturn } from '../review/last-return.tsx';
import { ConflictPart } from './conflict-part.tsx';
import { DraftFields } from './draft-fields.tsx';
import { type DraftForm, formOf } from './draft-form.ts';
import { messages } from './messages.ts';
import { useDraft } from './use-draft.ts';
import { useMending } from './use-mending.ts';
import { useReadiness } from './use-readiness.ts';
import { WriteAside } from './write-aside.tsx';
import './write.css';

const RichTextEditor = lazy(async () => ({ default: (await import('../editor/editor.tsx')).RichTextEditor }));

interface WritePageProps {
  item: ItemDetail;
  /** Shows the item as it is now with the server, with what is written here put away. */
  reopen(): Promise<void>;
}

/** The page on which an item is written. */
export function WritePage({ item, reopen }: WritePageProps) {
  const [form] = Form.useForm<DraftForm>();
  const editor = useRef<EditorHandle>(null);
  const draft = useDraft({ item, form, editor });
  const checks = useChecks(item.id);
  const mending = useMending({ item, draft, checks, form, editor });
  const [explained, setExplained] = useState<Finding>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { state: arrived } = useLocation() as { state: { told?: readonly string[] } | null };
  // Where the text was changed since, the marks that there are have moved with it.
  const findings = useMemo(
    () => (checks.result?.stale ? undefined : textFindings(checks.result?.findings ?? [])),
    [checks.result],
  );
  const kind = kindOf(Form.useWatch('kind', form) ?? item.kind);
  const title = Form.useWatch('title', form) ?? item.text.title;
  const told = [...(arrived?.told ?? []), ...draft.removed];

  const goTo = (field: string) => {
    if (field === 'bodyHtml') editor.current?.focus();
    else form.scrollToField(field.split('.') as never, { focus: true, block: 'center' });
  };
  const show = ({ key, check, place }: Finding) => {
    if (check === 'picture-alt') editor.current?.describePicture();
    else if (place.part === 'body') editor.current?.show(key);
    else if (place.part === 'field')
      goTo(item.text.fields[place.field] === undefined ? place.field : `fields.${place.field}`);
    else goTo(place.part);
  };
  const use = ({ field, suggestion }: ItemRemark) => {
    form.setFieldValue(field.split('.') as never, suggestion as never);
    draft.touch();
  };
  const mayBegin = useReadiness({ draft, mending, form, goTo });
  const onActed = async (words: string) => {
    message.success(words);
    await renewItems(queries);
    await reopen();
  };
  return (
    <Page
      title={title || itemMessages.untitled}
      words={<ItemHead item={{ ...item, dueOn: draft.dueOn }} />}
      back={<Link to="/publication/items">{itemMessages.back}</Link>}
    >
      {draft.guard}
      <LastReturn itemId={item.id} />
      <AskedAbove itemId={item.id} />
      {told.length > 0 ? (
        <Alert
          className="error-note"
          type="warning"
          showIcon
          title={messages.told}
          description={
            <ul>
              {told.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <ConflictPart item={item} draft={draft} editor={editor} form={form} reopen={reopen} />
      <SentForm
        form={form}
        name="draft"
        initialValues={formOf(item)}
        onValuesChange={draft.touch}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void draft.flush();
        }}
        className="write"
      >
        <div className="write-main">
          <DraftFields
            item={item}
            kind={kind}
            attachments={draft.attachments}
            changeAttachments={draft.setAttachments}
            body={
              <Suspense
                fallback={
                  <p role="status" className="editor-place">
                    {messages.loadingEditor}
                  </p>
                }
              >
                <RichTextEditor
                  html={item.text.bodyHtml}
                  labelledBy="item-body-label"
                  describedBy="item-body-hint"
                  findings={findings}
                  onReady={draft.begin}
                  onChange={draft.touch}
                  handle={editor}
                />
              </Suspense>
            }
          />
        </div>
        <WriteAside
          item={item}
          draft={draft}
          checks={checks}
          mending={mending}
          goTo={goTo}
          use={use}
          show={show}
          explain={setExplained}
          mayBegin={mayBegin}
          onActed={onActed}
        />
      </SentForm>
      {explained ? (
        <ExplainDialog
          itemId={item.id}
          finding={explained}
          onDone={(result) => {
            checks.take(result);
            setExplained(undefined);
          }}
          onClose={() => setExplained(undefined)}
        />
      ) : null}
    </Page>
  );
}
