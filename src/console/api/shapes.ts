import type { paths } from './schema.d.ts';

/** The body that a route of the API answers with. */
type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path] = Extract<'get', keyof paths[Path]>,
> = paths[Path][Method] extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;

/** The body that a route of the API is sent. */
type Sent<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** Who uses this page, and what they may do first. */
export type Session = Answer<'/api/session'>;
export type SignedInPerson = NonNullable<Session['person']>;
export type DemoAccount = NonNullable<Session['demo']>['accounts'][number];

/** What a list of the API is asked for; what is undefined is not asked. */
type Asked<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? { [Name in keyof Query]?: Query[Name] | undefined }
  : never;

/** Something that waits for a person. */
export type TodayItem = Answer<'/api/today'>['items'][number];

/** An organ in the tree. */
export type OrganRow = Answer<'/api/organs/tree'>['organs'][number];
/** An organ with everything known of it. */
export type OrganDetail = Answer<'/api/organs/{id}'>;
export type OrganEventRow = OrganDetail['events'][number];

/** What happens to an organ, as it is sent. */
export type OrganChange = Sent<'/api/organs/{id}/events', 'post'>['change'];

/** One of the sessions of the person who asks. */
export type OwnSession = Answer<'/api/account/sessions'>['items'][number];

export type JobRow = Answer<'/api/jobs'>['items'][number];
export type ScheduleRow = Answer<'/api/jobs/schedules'>['schedules'][number];

export type SettingSection = Answer<'/api/settings'>['sections'][number];
export type Setting = SettingSection['settings'][number];

/** What is entered at the first run of an empty system, and what comes of it. */
export type FirstRun = Sent<'/api/setup', 'post'>;
export type FirstAccount = Answer<'/api/setup', 'post'>['accounts'][number];

export type PersonRow = Answer<'/api/people'>['items'][number];
/** A person with posts, delegations and account. */
export type PersonDetail = Answer<'/api/people/{id}'>;
export type PostRow = PersonDetail['posts'][number];
export type DelegationRow = PersonDetail['delegations'][number];
/** Something that waits on the desk of a person. */
export type DeskItem = Answer<'/api/people/{id}/desk'>['items'][number];

export type HandOverRow = Answer<'/api/hand-overs'>['items'][number];
/** A hand-over with its sheet as it is now. */
export type HandOverDetail = Answer<'/api/hand-overs/{id}'>;

export type Memo = Answer<'/api/memos/{id}'>;

export type ImportRow = Answer<'/api/organs/imports'>['items'][number];
/** An import of organs with its differences from the register. */
export type ImportDetail = Answer<'/api/organs/imports/{id}'>;

/** An entry of the audit with what changed. */
export type AuditEntry = Answer<'/api/audit/entries'>['items'][number];
export type AuditVerification = Answer<'/api/audit/verify', 'post'>;

/** A notice on the holidays of a year. */
export type CalendarNotice = Answer<'/api/calendar'>['notices'][number];
/** Days that are off, or worked, in this county only. */
export type CalendarLocalRule = Answer<'/api/calendar'>['localRules'][number];
/** A notice that was read, with what it changes, and the text it was read from. */
export type NoticeImport = Answer<'/api/calendar/notices/preview', 'post'> & { text: string };

/** What items are searched by. */
export type ItemSearch = Asked<'/api/publication/items'>;
export type ListedItem = Answer<'/api/publication/items'>['items'][number];
/** An item with its working text and all its page shows. */
export type ItemDetail = Answer<'/api/publication/items/{id}'>;
export type ItemRemark = ItemDetail['remarks'][number];
export type ItemVersion = Answer<'/api/publication/items/{id}/versions'>['items'][number];
export type ItemDifferences = Answer<'/api/publication/items/{id}/differences'>;
/** What is saved of a draft. */
export type DraftSent = Sent<'/api/publication/items/{id}', 'patch'>;
/** The reviews of an item with what may be done. */
export type ItemReviews = Answer<'/api/publication/items/{id}/reviews'>;
export type OfferedAct = ItemReviews['acts'][number];
export type ActSent = Sent<'/api/publication/items/{id}/acts', 'post'>;
export type WaitingSearch = Asked<'/api/publication/reviews'>;
export type WaitingItem = Answer<'/api/publication/reviews'>['items'][number];
/** What the checks found. */
export type CheckResult = NonNullable<Answer<'/api/publication/items/{id}/checks'>['result']>;
export type Finding = CheckResult['findings'][number];

/** The catalogue of an organ, a line of it, and what is sent of one. */
export type Catalogue = Answer<'/api/catalogue/items'>;
export type CatalogueLine = Catalogue['items'][number];
export type CatalogueLineDetail = Answer<'/api/catalogue/items/{id}'>;
export type CatalogueContentSent = Sent<'/api/catalogue/items', 'post'>['content'];
export type ResponsibleSent = NonNullable<Sent<'/api/catalogue/items', 'post'>['responsible']>;
export type TemplateLibrary = Answer<'/api/catalogue/templates'>['libraries'][number];
export type CatalogueTemplate = TemplateLibrary['items'][number];
export type CatalogueImportRow = Answer<'/api/catalogue/imports'>['items'][number];
export type CatalogueImport = Answer<'/api/catalogue/imports/{id}'>;
/** Something that has to be public, and until when. */
export type CatalogueDuty = Answer<'/api/catalogue/duties/{id}'>;
export type DutySearch = Asked<'/api/catalogue/duties'>;
export type Coverage = Answer<'/api/catalogue/coverage'>;
export type CoverageSum = Coverage['total'];
export type ComparedOrgan = Answer<'/api/catalogue/comparison'>['organs'][number];
export type OrganColumns = Answer<'/api/catalogue/columns'>['organs'][number];
export type ColumnContents = Answer<'/api/catalogue/columns/{columnKey}'>;
export type ContentColumn = NonNullable<ReminderSent['columnKeys']>[number];
export type Reminder = Answer<'/api/catalogue/reminders/{id}'>;
export type ReminderSent = Sent<'/api/catalogue/reminders', 'post'>;

/** An item on a channel, in the list of what is to be done. */
export type ChannelRow = Answer<'/api/publication/channels'>['items'][number];
export type ChannelSearch = Asked<'/api/publication/channels'>;
export type ItemChannels = Answer<'/api/publication/items/{id}/channels'>;
export type ItemChannel = ItemChannels['channels'][number];
export type ChannelOutcome = Answer<'/api/publication/channels/register', 'post'>;
export type EvidenceSent = Sent<'/api/publication/channels/register', 'post'>['entries'][number];
export type WechatAccount = Answer<'/api/publication/wechat-accounts'>['items'][number];

export type FigureSearch = Asked<'/api/publication/figures'>;
export type Figures = Answer<'/api/publication/figures'>;
export type FigureItem = Answer<'/api/publication/figures/items'>['items'][number];
export type FigureItemSearch = Asked<'/api/publication/figures/items'>;

export type CheckWord = Answer<'/api/publication/check-words'>['items'][number];
export type ReviewRoute = Answer<'/api/publication/routes'>['items'][number];
export type ReferralRow = Answer<'/api/publication/referrals'>['items'][number];

export type TransferRow = Answer<'/api/publication/transfers'>['items'][number];
export type PendingTransfer = Answer<'/api/publication/transfers/pending'>['items'][number];
export type TransferSearch = Asked<'/api/publication/transfers/pending'>;
/** A ledger of what was published elsewhere, as it was read and compared. */
export type LedgerRow = Answer<'/api/publication/imports'>['items'][number];
export type Ledger = Answer<'/api/publication/imports/{id}'>;
export type LedgerMatching = Sent<'/api/publication/imports/{id}', 'patch'>;
/** A spreadsheet of decisions. */
export type BatchRow = Answer<'/api/publication/batches'>['items'][number];
export type Batch = Answer<'/api/publication/batches/{id}'>;
export type BatchMatching = Sent<'/api/publication/batches/{id}', 'patch'>;
export type CleaningRow = Answer<'/api/publication/cleanings'>['items'][number];
export type Cleaning = Answer<'/api/publication/cleanings/{id}'>;
export type CleaningEntry = Cleaning['entries'][number];
export type CheckWordSent = Sent<'/api/publication/check-words', 'post'>;
export type ReviewRouteSent = Sent<'/api/publication/routes', 'post'>;
