import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { columns } from '../../../catalogue/domain/columns.ts';
import { fields } from '../../../catalogue/domain/fields.ts';
import { describeExemption } from '../../../publication/domain/grounds.ts';
import { disclosures, relationKinds, validities } from '../../../publication/domain/item.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { expiryActs, messages } from '../messages.ts';
import { messages as writeMessages } from '../write/messages.ts';
import { RegisterAnswers } from './register-answers.tsx';

/** What is registered of an item beside its text. */
export function ItemFacts({ item }: { item: ItemDetail }) {
  const { exemption, related, expiresOn, expiryAct, validity, indexNumber, fieldKey, discloser, catalogueItem } = item;
  const facts: [string, ReactNode][] = [
    [messages.index, indexNumber],
    [writeMessages.summary, item.text.summary],
    [messages.disclosure, disclosures[item.disclosure]],
    [messages.reason, exemption && describeExemption(exemption)],
    [messages.disclosing, `${item.organ.fullName}。${discloser.sentence}（${discloser.article}）`],
    [messages.author, `${item.author}（${item.draftingOrgan.shortName}）`],
    [messages.formed, item.formedOn],
    [messages.column, columns[item.columnKey as keyof typeof columns].name],
    [messages.field, fieldKey && fields[fieldKey as keyof typeof fields].name],
    [messages.catalogueLine, catalogueItem?.name],
    [messages.expires, expiresOn && `${expiresOn}，${expiryActs[expiryAct ?? 'withdraw']}`],
    [messages.validity, validity && validities[validity]],
    [writeMessages.changeNote, item.text.changeNote],
  ];
  return (
    <section className="sheet">
      <h2>{messages.facts}</h2>
      {item.notCleared ? (
        <div className="notice notice-warn">
          <p>{item.notCleared}</p>
          <RegisterAnswers item={item} />
        </div>
      ) : null}
      <dl className="facts">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        {related.map(({ id, kind, end, other, toDocument }) => (
          <div key={id} className="fact">
            <dt>{end === 'from' ? relationKinds[kind].name : relationKinds[kind].inverse}</dt>
            <dd>{other ? <Link to={`/publication/items/${other.id}`}>{other.title}</Link> : toDocument}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
