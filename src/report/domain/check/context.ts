import type { AnnualReport } from '../annual-report.ts';
import { getForm } from '../forms/index.ts';
import { findOrganLevel } from './organ-level.ts';
import type { CheckContext, NamedReport, OrganLevel } from './rule.ts';
import { listCells, planForm } from './tables/form-plan.ts';

/** What a report is checked against, besides itself. */
export interface Surroundings {
  /** The same organ's report of the year before. */
  previous?: AnnualReport | undefined;
  /** Other organs' reports of the same year. */
  siblings?: readonly NamedReport[] | undefined;
  /** Rank of the organ; read from its name when it is not told. */
  level?: OrganLevel | undefined;
}

/** Lays a report out for the rules. */
export function makeContext(report: AnnualReport, surroundings: Surroundings = {}): CheckContext {
  const form = getForm(report.form);
  const plan = planForm(form);
  const cells = listCells(report, plan);
  return {
    report,
    form,
    cells,
    value(path) {
      const position = plan.positions.get(path);
      return position === undefined ? undefined : cells[position];
    },
    level: surroundings.level ?? findOrganLevel(report.organ),
    previous: surroundings.previous,
    siblings: surroundings.siblings ?? [],
  };
}
