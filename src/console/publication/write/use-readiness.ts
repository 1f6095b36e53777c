import { App, type FormInstance } from 'antd';
import { asProblem, placeFields } from '../../api/problem.ts';
import type { Finding, OfferedAct } from '../../api/shapes.ts';
import type { DraftForm } from './draft-form.ts';
import { messages } from './messages.ts';
import type { Draft } from './use-draft.ts';
import type { Mending } from './use-mending.ts';

interface ReadinessParts {
  draft: Draft;
  mending: Mending;
  form: FormInstance<DraftForm>;
  goTo(field: string): void;
}

/** What keeps a draft from being submitted until somebody has mended or justified it. */
const isUnsettled = ({ open, severity }: Finding): boolean => open && severity !== 'info';

/**
 * Whether the dialog of an act may open: everything is saved, and before a draft is submitted nothing is missing and
 * nothing that was found is left. What is missing is told at its field.
 */
export function useReadiness({ draft, mending, form, goTo }: ReadinessParts) {
  const { message } = App.useApp();
  return async ({ act }: OfferedAct): Promise<boolean> => {
    if (!(await mending.saved())) return false;
    if (act !== 'submit') return true;
    const lacking = draft.latestRemarks.current;
    const [first] = lacking;
    if (first) {
      const shown = form.getFieldsError().map(({ name }) => name);
      const { placed } = placeFields(lacking, shown);
      form.setFields(placed.map((each) => ({ ...each, name: each.name as never })));
      message.error(messages.incomplete(lacking.length));
      goTo(first.field);
      return false;
    }
    try {
      const result = await mending.check();
      const left = result?.findings.filter(isUnsettled).length ?? 0;
      if (result && left === 0) return true;
      message.error(messages.unsettled(left));
      document.getElementById('checks-title')?.focus();
    } catch (error) {
      message.error(asProblem(error).message);
    }
    return false;
  };
}
