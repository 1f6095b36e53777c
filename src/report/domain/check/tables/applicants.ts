import type { ColumnDeclaration, Form } from '../../forms/index.ts';
import { getCell, planForm } from './form-plan.ts';

/** The seven columns of table 三: six kinds of applicants and the total. */
export function listApplicantColumns(form: Form): readonly ColumnDeclaration[] {
  const plan = planForm(form);
  const row = plan.rows.find(({ table }) => table === 'requests');
  return row ? row.columns.map((_, index) => getCell(plan, row.first + index).column) : [];
}
