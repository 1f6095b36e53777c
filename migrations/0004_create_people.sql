-- Who acts: people, the posts they have at organs, the posts they fill in for, what they were asked
-- to remember, and how their work goes over to a successor.

CREATE TABLE organisation_person (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  organ_id uuid NOT NULL,
  job_title text,
  mobile_phone text,
  office_phone text,
  email text,
  active_from date NOT NULL,
  closed_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ
);
CREATE INDEX organisation_person_organ ON organisation_person (county_id, organ_id);
CREATE INDEX organisation_person_name ON organisation_person (county_id, name, id);
COMMENT ON TABLE organisation_person IS 'Somebody who works with the system. Whoever puts something on the desk of a person holds the row FOR SHARE, whoever closes it FOR UPDATE';
COMMENT ON COLUMN organisation_person.county_id IS 'County of the person';
COMMENT ON COLUMN organisation_person.id IS 'Identifies the person, also in auth_account';
COMMENT ON COLUMN organisation_person.name IS 'As in the files of the personnel office; several people may have the same';
COMMENT ON COLUMN organisation_person.organ_id IS 'Where the person works; posts may be at other organs too';
COMMENT ON COLUMN organisation_person.job_title IS '职务, e.g. 党政办主任; tells people of the same name apart, gives no rights';
COMMENT ON COLUMN organisation_person.mobile_phone IS 'Personal data; seen by colleagues in reach, masked in the audit';
COMMENT ON COLUMN organisation_person.office_phone IS 'Telephone on the desk';
COMMENT ON COLUMN organisation_person.email IS 'Personal data; masked in the audit';
COMMENT ON COLUMN organisation_person.active_from IS 'First day';
COMMENT ON COLUMN organisation_person.closed_on IS 'The day the account was closed; null while the person is here';
COMMENT ON COLUMN organisation_person.version IS 'Counts changes, so that two who edit at once do not overwrite each other';
COMMENT ON COLUMN organisation_person.created_at IS 'When it was entered';

CREATE TABLE organisation_post (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  role text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, person_id) REFERENCES organisation_person,
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ,
  CHECK (to_day >= from_day)
);
CREATE INDEX organisation_post_person ON organisation_post (county_id, person_id);
CREATE INDEX organisation_post_organ ON organisation_post (county_id, organ_id, role);
COMMENT ON TABLE organisation_post IS 'A role somebody has at an organ for a term; never deleted, so that it stays known who was what when';
COMMENT ON COLUMN organisation_post.county_id IS 'County of person and organ';
COMMENT ON COLUMN organisation_post.id IS 'Identifies the post';
COMMENT ON COLUMN organisation_post.person_id IS 'Who has it';
COMMENT ON COLUMN organisation_post.organ_id IS 'From where it reaches';
COMMENT ON COLUMN organisation_post.role IS 'Key in the table of roles of the program, e.g. office-clerk';
COMMENT ON COLUMN organisation_post.from_day IS 'First day';
COMMENT ON COLUMN organisation_post.to_day IS 'Last day; null when no end is foreseen';
COMMENT ON COLUMN organisation_post.withdrawn_at IS 'When it was taken away; from then on it gives nothing, whatever to_day says';
COMMENT ON COLUMN organisation_post.created_at IS 'When it was entered';

CREATE TABLE organisation_delegation (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  from_person_id uuid NOT NULL,
  to_person_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL,
  created_by_person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by_person_id uuid,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, post_id) REFERENCES organisation_post,
  FOREIGN KEY (county_id, from_person_id) REFERENCES organisation_person,
  FOREIGN KEY (county_id, to_person_id) REFERENCES organisation_person,
  CHECK (to_day >= from_day),
  CHECK (from_person_id <> to_person_id)
);
CREATE INDEX organisation_delegation_to ON organisation_delegation (county_id, to_person_id);
CREATE INDEX organisation_delegation_from ON organisation_delegation (county_id, from_person_id);
COMMENT ON TABLE organisation_delegation IS 'A post somebody else fills in for during a term (委托代办)';
COMMENT ON COLUMN organisation_delegation.county_id IS 'County of both';
COMMENT ON COLUMN organisation_delegation.id IS 'Identifies the delegation';
COMMENT ON COLUMN organisation_delegation.post_id IS 'The post; it ends with the post';
COMMENT ON COLUMN organisation_delegation.from_person_id IS 'Whose post it is';
COMMENT ON COLUMN organisation_delegation.to_person_id IS 'Who fills in';
COMMENT ON COLUMN organisation_delegation.from_day IS 'First day';
COMMENT ON COLUMN organisation_delegation.to_day IS 'Last day';
COMMENT ON COLUMN organisation_delegation.reason IS 'Why, in the words of whoever entered it, e.g. 年休假';
COMMENT ON COLUMN organisation_delegation.created_by_person_id IS 'Who entered it: the person or a 安全管理员';
COMMENT ON COLUMN organisation_delegation.created_at IS 'When it was entered';
COMMENT ON COLUMN organisation_delegation.revoked_at IS 'When it was taken back; from then on it gives nothing';
COMMENT ON COLUMN organisation_delegation.revoked_by_person_id IS 'Who took it back; null when it ended with an account';

CREATE TABLE organisation_memo (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  due_day date,
  done_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, person_id) REFERENCES organisation_person
);
CREATE INDEX organisation_memo_person ON organisation_memo (county_id, person_id);
COMMENT ON TABLE organisation_memo IS 'What somebody wrote down for later: a reminder, a half-written text (备忘)';
COMMENT ON COLUMN organisation_memo.county_id IS 'County of the person';
COMMENT ON COLUMN organisation_memo.id IS 'Identifies the memo';
COMMENT ON COLUMN organisation_memo.person_id IS 'On whose desk it lies; changes with a hand-over';
COMMENT ON COLUMN organisation_memo.title IS 'One line';
COMMENT ON COLUMN organisation_memo.text IS 'As far as it is written; may be empty';
COMMENT ON COLUMN organisation_memo.due_day IS 'When it has to be done; null without such a day';
COMMENT ON COLUMN organisation_memo.done_at IS 'When it was done; null while it is open';
COMMENT ON COLUMN organisation_memo.version IS 'Counts changes, so that two windows do not overwrite each other';
COMMENT ON COLUMN organisation_memo.created_at IS 'When it was begun';
COMMENT ON COLUMN organisation_memo.updated_at IS 'When it was last saved';

CREATE TABLE organisation_hand_over (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  from_person_id uuid NOT NULL,
  to_person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'confirmed', 'declined', 'cancelled')),
  reason text NOT NULL,
  post_ids uuid[] NOT NULL,
  posts_approved_by_person_id uuid,
  started_by_person_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ended_by_person_id uuid,
  ended_at timestamptz,
  end_reason text,
  started_items jsonb NOT NULL,
  moved_items jsonb,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, from_person_id) REFERENCES organisation_person,
  FOREIGN KEY (county_id, to_person_id) REFERENCES organisation_person,
  CHECK (from_person_id <> to_person_id)
);
CREATE UNIQUE INDEX organisation_hand_over_open ON organisation_hand_over (county_id, from_person_id) WHERE state = 'open';
CREATE INDEX organisation_hand_over_to ON organisation_hand_over (county_id, to_person_id, state);
COMMENT ON TABLE organisation_hand_over IS 'How the work of a person goes over to a successor (工作移交)';
COMMENT ON COLUMN organisation_hand_over.county_id IS 'County of both';
COMMENT ON COLUMN organisation_hand_over.id IS 'Identifies the hand-over; stands on the sheet';
COMMENT ON COLUMN organisation_hand_over.from_person_id IS '移交人; at most one hand-over of a person is open';
COMMENT ON COLUMN organisation_hand_over.to_person_id IS '接收人';
COMMENT ON COLUMN organisation_hand_over.state IS 'open until the successor confirms or declines, or it is cancelled';
COMMENT ON COLUMN organisation_hand_over.reason IS 'e.g. 调离, 退休';
COMMENT ON COLUMN organisation_hand_over.post_ids IS 'Posts of the person that go over too';
COMMENT ON COLUMN organisation_hand_over.posts_approved_by_person_id IS 'The 安全管理员 who allowed the posts to go over; null while that is open';
COMMENT ON COLUMN organisation_hand_over.started_by_person_id IS 'The person, the 公开办负责人 or a 安全管理员';
COMMENT ON COLUMN organisation_hand_over.started_at IS 'When it began';
COMMENT ON COLUMN organisation_hand_over.ended_by_person_id IS 'Who confirmed, declined or cancelled';
COMMENT ON COLUMN organisation_hand_over.ended_at IS 'When that was';
COMMENT ON COLUMN organisation_hand_over.end_reason IS 'Why it was declined or cancelled';
COMMENT ON COLUMN organisation_hand_over.started_items IS 'What lay on the desk when it began: kind, id and title of each';
COMMENT ON COLUMN organisation_hand_over.moved_items IS 'The sheet as confirmed: everything that went over, with next days and texts';

GRANT SELECT, INSERT, UPDATE ON organisation_person, organisation_post, organisation_delegation, organisation_memo,
  organisation_hand_over TO gongkai_app;
