import { Form, Select } from 'antd';
import { isAdministrator, roleKeys, roles } from '../../organisation/domain/role.ts';
import type { ResponsibleSent } from '../api/shapes.ts';
import { OrganSelect } from '../parts/organ-select.tsx';
import { PersonSelect } from '../parts/person-select.tsx';
import { messages } from './messages.ts';

const roleOptions = roleKeys
  .filter((role) => !isAdministrator(role))
  .map((value) => ({ value, label: roles[value].name }));

/** What a form with {@link ResponsibleFields} has. */
export interface ResponsibleValues {
  responsible?: Partial<ResponsibleSent>;
}

/** The post that answers for something; all three fields belong to one form. */
export function ResponsibleFields() {
  return (
    <>
      <Form.Item
        name={['responsible', 'role']}
        label={messages.role}
        rules={[{ required: true, message: messages.roleMissing }]}
      >
        <Select placeholder="请选择" options={roleOptions} />
      </Form.Item>
      <Form.Item
        name={['responsible', 'organId']}
        label={messages.postOrgan}
        rules={[{ required: true, message: messages.postOrganMissing }]}
      >
        <OrganSelect />
      </Form.Item>
      <Form.Item name={['responsible', 'personId']} label={messages.person} extra={messages.personHint}>
        <PersonSelect />
      </Form.Item>
    </>
  );
}

/** The post as it is sent; undefined where none was given. */
export function responsibleOf({ responsible }: ResponsibleValues): ResponsibleSent | undefined {
  const { role, organId, personId } = responsible ?? {};
  return role && organId ? { role, organId, ...(personId ? { personId } : {}) } : undefined;
}
