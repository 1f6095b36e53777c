import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ReviewStep, State, WorkflowAct } from './states.ts';

/** To whom a question goes that the organ itself cannot settle (条例 art. 17). */
export const referees = {
  county: '县政府信息公开工作主管部门',
  'secrecy-office': '保密行政管理部门',
} as const;
export type Referee = keyof typeof referees;

/** What belongs to an act beside the opinion; kept with the event. */
export interface EventDetail {
  /** submit: the reviews this round goes through, as configured on that day. */
  steps?: readonly ReviewStep[];
  /** pass: the same person gave the opinion before, since nobody else holds the post. */
  sameEyes?: true;
  /** pass: given by the county in place of a second holder the organ does not have. */
  secondEyes?: true;
  /** pass: sends the item to the 主要领导 although its route does not ask for it. */
  escalate?: true;
  /** publish-urgently: the reviews owed afterwards. second-look, reject-second-look: the one that is paid. */
  owed?: readonly ReviewStep[];
  step?: ReviewStep;
  /** schedule: when; unschedule: when it would have been. */
  publishAt?: string;
  /** publish at the scheduled minute: who had scheduled it. */
  scheduledBy?: string;
  /** refer: to whom. answer-referral, register-answer: what the answer is. */
  referee?: Referee;
  referralId?: string;
  answer?: 'disclose' | 'withhold' | 'decide-yourselves';
  /** register-answer: number and day of the paper that came back. */
  documentNumber?: string;
  documentDay?: PlainDate;
  /** link-duty: the line of the catalogue, and what it is called. */
  catalogueItemId?: string;
  catalogueItem?: string;
  /** One of several items passed with one opinion. */
  bulk?: string;
  /** Whatever an area after this one puts beside it. */
  [other: string]: unknown;
}

/** One thing that was done about an item; only ever added to. */
export interface ItemEvent {
  /** 1, 2, 3 … */
  position: number;
  act: WorkflowAct;
  /** Absent for the first. */
  fromState?: State | undefined;
  toState: State;
  /** The text it was about. */
  textNumber: number;
  /** The written opinion or reason. */
  opinion: string;
  detail: EventDetail;
  /** Absent when the system did it. */
  personId?: string | undefined;
  personName: string;
  /** The post by which he might. */
  role?: string | undefined;
  /** For whom he filled in. */
  behalfName?: string | undefined;
  at: Date;
}
