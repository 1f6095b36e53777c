-- 公开审查: by which reviews an item goes, and the questions an organ cannot settle itself (条例 art. 17).

CREATE TABLE publication_review_route (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid,
  kind text,
  steps jsonb NOT NULL,
  always_important boolean NOT NULL DEFAULT false,
  important_from bigint CHECK (important_from > 0),
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  changed_by uuid NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE UNIQUE INDEX publication_review_route_place ON publication_review_route (county_id, organ_id, kind) NULLS NOT DISTINCT;
COMMENT ON TABLE publication_review_route IS 'By which reviews items go, for an organ with all below it, for a kind, for both, or for the whole county; what is set nowhere goes by the standard of src/publication/domain/review-route.ts';
COMMENT ON COLUMN publication_review_route.county_id IS 'The county';
COMMENT ON COLUMN publication_review_route.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN publication_review_route.organ_id IS 'The organ, with all below it; null for every organ';
COMMENT ON COLUMN publication_review_route.kind IS 'Key in src/publication/domain/kinds; null for every kind';
COMMENT ON COLUMN publication_review_route.steps IS 'For each review: always, important or never, as ReviewRoute of src/publication/domain/review-route.ts';
COMMENT ON COLUMN publication_review_route.always_important IS 'Whether every such item goes to the 主要领导';
COMMENT ON COLUMN publication_review_route.important_from IS 'Amount in 分 from which an item goes to the 主要领导; null when amounts do not count';
COMMENT ON COLUMN publication_review_route.note IS 'Why it is set so, e.g. the paper that says it';
COMMENT ON COLUMN publication_review_route.version IS 'Counts every change';
COMMENT ON COLUMN publication_review_route.changed_by IS 'Who set it last';
COMMENT ON COLUMN publication_review_route.changed_by_name IS 'His name at that time';
COMMENT ON COLUMN publication_review_route.changed_at IS 'When';

CREATE TABLE publication_referral (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  referee text NOT NULL CHECK (referee IN ('county', 'secrecy-office')),
  question text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered', 'dropped')),
  answer text CHECK (answer IN ('disclose', 'withhold', 'decide-yourselves')),
  answer_text text NOT NULL DEFAULT '',
  document_number text,
  document_day date,
  attachment_id uuid,
  closed_by uuid,
  closed_by_name text,
  closed_at timestamptz,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id),
  CHECK ((state = 'answered') = (answer IS NOT NULL)),
  CHECK ((state = 'open') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX publication_referral_open ON publication_referral (county_id, item_id) WHERE state = 'open';
CREATE INDEX publication_referral_item ON publication_referral (county_id, item_id, asked_at);
CREATE INDEX publication_referral_due ON publication_referral (county_id, referee, due_on) WHERE state = 'open';
COMMENT ON TABLE publication_referral IS '报请确定: whether an item may be disclosed, asked of who can say (条例 art. 17); publication is blocked until the answer is there';
COMMENT ON COLUMN publication_referral.county_id IS 'The county';
COMMENT ON COLUMN publication_referral.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN publication_referral.item_id IS 'The item';
COMMENT ON COLUMN publication_referral.referee IS 'county: the 县政府信息公开工作主管部门, which answers here; secrecy-office: the 保密行政管理部门, whose paper is registered';
COMMENT ON COLUMN publication_referral.question IS 'What cannot be settled, and why';
COMMENT ON COLUMN publication_referral.asked_by IS 'Who asks';
COMMENT ON COLUMN publication_referral.asked_by_name IS 'His name at that time';
COMMENT ON COLUMN publication_referral.asked_at IS 'When';
COMMENT ON COLUMN publication_referral.due_on IS 'Until when an answer is expected; working days by a setting';
COMMENT ON COLUMN publication_referral.state IS 'open, answered, or dropped when the item was withdrawn meanwhile';
COMMENT ON COLUMN publication_referral.answer IS 'disclose, withhold, or that the organ may decide itself';
COMMENT ON COLUMN publication_referral.answer_text IS 'The answer in words';
COMMENT ON COLUMN publication_referral.document_number IS '文号 of an answer on paper';
COMMENT ON COLUMN publication_referral.document_day IS 'The day on it';
COMMENT ON COLUMN publication_referral.attachment_id IS 'The paper itself, scanned';
COMMENT ON COLUMN publication_referral.closed_by IS 'Who answered or registered the answer; null when it was dropped';
COMMENT ON COLUMN publication_referral.closed_by_name IS 'His name at that time';
COMMENT ON COLUMN publication_referral.closed_at IS 'When';

-- Reviews that urgent publications owe: few among many.
CREATE INDEX publication_item_owed ON publication_item (county_id, second_look_due_on) WHERE second_look_due_on IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON publication_review_route TO gongkai_app;
GRANT SELECT, INSERT, UPDATE ON publication_referral TO gongkai_app;
