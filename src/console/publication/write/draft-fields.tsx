import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { kindKeys, kindOf } from '../../../publication/domain/kinds/index.ts';
import type { Kind } from '../../../publication/domain/kinds/kind.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { DutySelect } from '../duty-select.tsx';
import { messages as itemMessages } from '../messages.ts';
import { AttachmentsPart, type WrittenAttachment } from './attachments-part.tsx';
import { ChannelsPart } from './channels-part.tsx';
import { ClearancesPart } from './clearances-part.tsx';
import type { DraftForm } from './draft-form.ts';
import { KindFields } from './kind-fields.tsx';
import { messages } from './messages.ts';
import { RelationsPart } from './relations-part.tsx';
import { SettingsPart } from './settings-part.tsx';

interface DraftFieldsProps {
  item: ItemDetail;
  kind: Kind;
  attachments: readonly WrittenAttachment[];
  changeAttachments(next: readonly WrittenAttachment[]): void;
  /** The editor. */
  body: ReactNode;
}

const kindOptions = kindKeys.map((value) => ({ value, label: kindOf(value).name }));

/** Everything that is written of an item, in the order in which it is written. */
export function DraftFields({ item, kind, attachments, changeAttachments, body }: DraftFieldsProps) {
  const disclosure = Form.useWatch('disclosure', Form.useFormInstance<DraftForm>()) ?? item.disclosure;
  return (
    <>
      <section className="sheet" aria-labelledby="part-basics">
        <h2 id="part-basics">{messages.basics}</h2>
        <Form.Item name="title" label={messages.heading} required>
          <Input maxLength={200} />
        </Form.Item>
        <div className="form-row">
          {kind.documentNumber ? (
            <Form.Item name="documentNumber" label={kind.documentNumber.label} required={kind.documentNumber.required}>
              <Input maxLength={100} />
            </Form.Item>
          ) : null}
          <Form.Item name="formedOn" label={kind.formedLabel ?? itemMessages.formed} required>
            <Input type="date" />
          </Form.Item>
        </div>
        <KindFields />
      </section>
      <section className="sheet" aria-labelledby="item-body-label">
        <h2 id="item-body-label">{messages.body}</h2>
        <p className="hint section-words" id="item-body-hint">
          {kind.body === 'optional' ? messages.bodyOptional : ''}
          {messages.bodyHint}
        </p>
        {body}
      </section>
      <section className="sheet" aria-labelledby="part-attachments">
        <h2 id="part-attachments">{messages.attachments}</h2>
        <AttachmentsPart attachments={attachments} change={changeAttachments} />
      </section>
      <section className="sheet" aria-labelledby="part-settings">
        <h2 id="part-settings">{messages.settings}</h2>
        <Form.Item name="summary" label={messages.summary} required extra={messages.summaryHint}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <SettingsPart />
        <div className="form-row">
          <Form.Item name="kind" label={messages.changeKind} extra={messages.changeKindHint}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={kindOptions} />
          </Form.Item>
          <Form.Item name="catalogueItemId" label={itemMessages.catalogueLine} extra={itemMessages.catalogueLineHint}>
            <DutySelect organId={item.organ.id} known={item.catalogueItem} />
          </Form.Item>
        </div>
        <Form.Item name="changeNote" label={messages.changeNote} extra={messages.changeNoteHint}>
          <Input maxLength={200} />
        </Form.Item>
      </section>
      <section className="sheet" aria-labelledby="part-relations">
        <h2 id="part-relations">{messages.relations}</h2>
        <p className="hint section-words">{messages.relationsHint}</p>
        <Form.Item name="relations" noStyle>
          <RelationsPart />
        </Form.Item>
      </section>
      <section className="sheet" aria-labelledby="part-clearances">
        <h2 id="part-clearances">{messages.clearances}</h2>
        <p className="hint section-words">{messages.clearancesHint}</p>
        <ClearancesPart />
      </section>
      {disclosure === 'proactive' ? (
        <section className="sheet" aria-labelledby="part-channels">
          <h2 id="part-channels">{messages.channels}</h2>
          <ChannelsPart id={item.id} />
        </section>
      ) : null}
    </>
  );
}
