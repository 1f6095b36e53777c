import type { FieldProblem } from '../../kernel/problem.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import { isKind, type KindKey } from './kinds/index.ts';
import { type ReviewStep, reviewStepKeys, reviewSteps } from './states.ts';

/** When a review is gone through: with every item, only with important ones, never. */
export const stepUses = { always: '每件', important: '仅重要事项', never: '不设' } as const;
export type StepUse = keyof typeof stepUses;

/** Which reviews items go through, and which items are important. */
export interface ReviewRoute {
  steps: Readonly<Record<ReviewStep, StepUse>>;
  /** Every item is important; otherwise those the author or the county marks, and those above the amount. */
  alwaysImportant: boolean;
  /** In 分: an item whose amount reaches it is important. */
  importantFrom?: number | undefined;
}

/** What may be chosen for a review; what the law asks for cannot be dropped. */
export const allowedUses: Readonly<Record<ReviewStep, { uses: readonly StepUse[]; because?: string }>> = {
  'department-check': { uses: ['always', 'important', 'never'] },
  'secrecy-review': {
    uses: ['always'],
    because:
      '保密审查必须每件都办，不能取消：公开政府信息应当先审查、后公开，逐件审查（《条例》第十七条、《保密法实施条例》第四十二条）。',
  },
  'office-review': { uses: ['always', 'important', 'never'] },
  'deputy-approval': { uses: ['always', 'important', 'never'] },
  'chief-approval': {
    uses: ['always', 'important'],
    because: '重要事项应当由主要领导审核，这一环节不能取消，可以设为“仅重要事项”。',
  },
};

/** Where nothing else is set: every review, the 主要领导 for what is important. */
export const standardRoute: ReviewRoute = {
  steps: {
    'department-check': 'always',
    'secrecy-review': 'always',
    'office-review': 'always',
    'deputy-approval': 'always',
    'chief-approval': 'important',
  },
  alwaysImportant: false,
};

/** The kinds that are important unless a route says otherwise, and penalties from an amount (in 分) on. */
export const importantKinds: Readonly<
  Partial<Record<KindKey, Pick<ReviewRoute, 'alwaysImportant' | 'importantFrom'>>>
> = {
  'normative-document': { alwaysImportant: true },
  plan: { alwaysImportant: true },
  budget: { alwaysImportant: true },
  'final-account': { alwaysImportant: true },
  'emergency-plan': { alwaysImportant: true },
  'emergency-warning': { alwaysImportant: true },
  'annual-report': { alwaysImportant: true },
  penalty: { alwaysImportant: false, importantFrom: 5_000_000 },
};

/**
 * Whether a route keeps what the law needs: a secrecy review of every item, the 主要领导 for important ones,
 * and beside the secrecy review somebody who answers for the content of every item.
 */
export function checkRoute(route: ReviewRoute): Result<ReviewRoute> {
  const problems: FieldProblem[] = reviewStepKeys.flatMap((step) => {
    const { uses, because } = allowedUses[step];
    if (uses.includes(route.steps[step])) return [];
    return [
      {
        field: `steps.${step}`,
        message: because ?? `${reviewSteps[step].name}不能设为“${stepUses[route.steps[step]]}”。`,
      },
    ];
  });
  const answered = reviewStepKeys.some(
    (step) => step !== 'secrecy-review' && step !== 'department-check' && route.steps[step] === 'always',
  );
  if (!answered) {
    problems.push({
      field: 'steps',
      message:
        '除保密审查外，至少还要有一个环节（公开办复审、分管领导审核或主要领导审核）对每件信息负责审查：起草人不能是最后的审查人（《条例》第十七条）。',
    });
  }
  if (route.importantFrom !== undefined && !(Number.isSafeInteger(route.importantFrom) && route.importantFrom > 0)) {
    problems.push({ field: 'importantFrom', message: '金额应为大于 0 的数，精确到分。' });
  }
  return problems.length > 0 ? invalid(problems) : success(route);
}

/**
 * The reviews an item goes through, in order.
 *
 * @example stepsFor(standardRoute, false) // all but chief-approval
 */
export const stepsFor = ({ steps }: ReviewRoute, important: boolean): ReviewStep[] =>
  reviewStepKeys.filter((step) => steps[step] === 'always' || (steps[step] === 'important' && important));

/** A route as it is set for an organ and all below it, for a kind, for both, or for the whole county. */
export interface SetRoute {
  route: ReviewRoute;
  /** Absent: every organ. */
  organId?: string | undefined;
  /** Absent: every kind. */
  kind?: string | undefined;
}

/**
 * The route of an item: the nearest organ on its path counts first, then that its kind is named. What no
 * route says about importance comes from {@link importantKinds}.
 *
 * @param path the organ and those above it, from the top down
 */
export function routeFor(set: readonly SetRoute[], path: readonly string[], kind: string): ReviewRoute {
  const rank = ({ organId, kind: only }: SetRoute) =>
    (organId === undefined ? 0 : (path.indexOf(organId) + 1) * 2) + (only === undefined ? 0 : 1);
  const [best] = set
    .filter((each) => each.organId === undefined || path.includes(each.organId))
    .filter((each) => each.kind === undefined || each.kind === kind)
    .sort((one, other) => rank(other) - rank(one));
  const found = best?.route ?? standardRoute;
  return best?.kind === undefined ? { ...found, ...importanceOf(found, kind) } : found;
}

function importanceOf(route: ReviewRoute, kind: string): Pick<ReviewRoute, 'alwaysImportant' | 'importantFrom'> {
  const standard = isKind(kind) ? importantKinds[kind] : undefined;
  return {
    alwaysImportant: route.alwaysImportant || (standard?.alwaysImportant ?? false),
    importantFrom: route.importantFrom ?? standard?.importantFrom,
  };
}

/** Whether an item goes to the 主要领导: marked so, of an important kind, or of an important amount (in 分). */
export const isImportant = (route: ReviewRoute, marked: boolean, amount: number | undefined): boolean =>
  marked ||
  route.alwaysImportant ||
  (route.importantFrom !== undefined && amount !== undefined && amount >= route.importantFrom);
