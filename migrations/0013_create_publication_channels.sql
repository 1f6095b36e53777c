-- How items reach the public: one row for an item on a channel, what was done about it, the official accounts of
-- 微信公众号 and what was sent through them, what was handed over to archives and libraries, what was read from files.

CREATE TABLE publication_wechat_account (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  name text NOT NULL,
  app_id text NOT NULL,
  app_secret_sealed text NOT NULL,
  access_token_sealed text,
  token_expires_at timestamptz,
  cover_media_id text,
  in_use boolean NOT NULL DEFAULT true,
  checked_at timestamptz,
  check_problem text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  UNIQUE (county_id, organ_id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
COMMENT ON TABLE publication_wechat_account IS 'A connected 微信公众号; it serves its organ and those below that have none of their own';
COMMENT ON COLUMN publication_wechat_account.county_id IS 'The county';
COMMENT ON COLUMN publication_wechat_account.id IS 'Identifier';
COMMENT ON COLUMN publication_wechat_account.organ_id IS 'Whose account it is';
COMMENT ON COLUMN publication_wechat_account.name IS 'What the account is called';
COMMENT ON COLUMN publication_wechat_account.app_id IS 'AppID';
COMMENT ON COLUMN publication_wechat_account.app_secret_sealed IS 'AppSecret, sealed; never shown';
COMMENT ON COLUMN publication_wechat_account.access_token_sealed IS 'The access token all processes share, sealed; null when none was fetched';
COMMENT ON COLUMN publication_wechat_account.token_expires_at IS 'Until when the token holds';
COMMENT ON COLUMN publication_wechat_account.cover_media_id IS 'Media id of the cover for articles without a picture, once it was uploaded';
COMMENT ON COLUMN publication_wechat_account.in_use IS 'Whether items are sent through it';
COMMENT ON COLUMN publication_wechat_account.checked_at IS 'When the connection was last tried';
COMMENT ON COLUMN publication_wechat_account.check_problem IS 'What was wrong then, in Chinese; null when nothing was';
COMMENT ON COLUMN publication_wechat_account.version IS 'For optimistic locking';
COMMENT ON COLUMN publication_wechat_account.created_at IS 'When it was connected';
COMMENT ON COLUMN publication_wechat_account.updated_at IS 'When it was last changed by a person';

CREATE TABLE publication_transfer (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  channel text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  handed_on date NOT NULL,
  receiver text NOT NULL,
  items integer NOT NULL,
  person_id uuid,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE INDEX publication_transfer_organ ON publication_transfer (county_id, organ_id, handed_on DESC, id);
COMMENT ON TABLE publication_transfer IS 'One handing-over of items to an archive or a library (条例 art. 25), as its 移送明细表 lists them';
COMMENT ON COLUMN publication_transfer.county_id IS 'The county';
COMMENT ON COLUMN publication_transfer.id IS 'Identifier';
COMMENT ON COLUMN publication_transfer.organ_id IS 'Who handed over, for itself and the organs below it';
COMMENT ON COLUMN publication_transfer.channel IS 'archive or library';
COMMENT ON COLUMN publication_transfer.period_from IS 'First day of publication of what is on the list';
COMMENT ON COLUMN publication_transfer.period_to IS 'Last day of publication of what is on the list';
COMMENT ON COLUMN publication_transfer.handed_on IS 'The day it was handed over';
COMMENT ON COLUMN publication_transfer.receiver IS 'Who took it: place and person as they stand on the list';
COMMENT ON COLUMN publication_transfer.items IS 'How many items';
COMMENT ON COLUMN publication_transfer.person_id IS 'Who registered it';
COMMENT ON COLUMN publication_transfer.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_transfer.at IS 'When it was registered';

CREATE TABLE publication_channel (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  channel text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'waiting', 'sending', 'done', 'failed', 'recalling', 'recalled', 'not-done')),
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  column_key text NOT NULL,
  field_key text,
  is_automatic boolean NOT NULL DEFAULT false,
  text_number integer,
  due_on date,
  done_on date,
  done_at timestamptz,
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  error_code text,
  error text,
  outdated_since timestamptz,
  transfer_id uuid,
  state_since timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id, channel),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id),
  FOREIGN KEY (county_id, transfer_id) REFERENCES publication_transfer (county_id, id),
  CHECK (state <> 'done' OR done_on IS NOT NULL)
);
CREATE INDEX publication_channel_open ON publication_channel (county_id, organ_id, channel, due_on)
  WHERE state IN ('waiting', 'failed', 'recalling');
CREATE INDEX publication_channel_outdated ON publication_channel (county_id, organ_id, channel)
  WHERE outdated_since IS NOT NULL;
CREATE INDEX publication_channel_sending ON publication_channel (county_id, next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;
CREATE INDEX publication_channel_done ON publication_channel (county_id, done_on, item_id, channel)
  INCLUDE (organ_id, state, kind, column_key, field_key) WHERE done_on IS NOT NULL;
CREATE INDEX publication_channel_organ ON publication_channel (county_id, organ_id, done_on)
  INCLUDE (channel, kind, column_key, field_key) WHERE done_on IS NOT NULL;
CREATE INDEX publication_channel_transfer ON publication_channel (county_id, transfer_id) WHERE transfer_id IS NOT NULL;
CREATE INDEX publication_item_figures ON publication_item (county_id, published_on, id)
  INCLUDE (organ_id, kind, column_key, field_key, live_text_number) WHERE published_on IS NOT NULL;
COMMENT ON TABLE publication_channel IS 'An item on a channel: chosen in the draft, released when the item is published';
COMMENT ON COLUMN publication_channel.county_id IS 'The county';
COMMENT ON COLUMN publication_channel.item_id IS 'The item';
COMMENT ON COLUMN publication_channel.channel IS 'Key in src/publication/domain/channels.ts';
COMMENT ON COLUMN publication_channel.state IS 'Key in src/publication/domain/channel-states.ts';
COMMENT ON COLUMN publication_channel.organ_id IS 'As of the item, kept the same by a trigger, so that figures need one table';
COMMENT ON COLUMN publication_channel.kind IS 'As of the item';
COMMENT ON COLUMN publication_channel.column_key IS 'As of the item';
COMMENT ON COLUMN publication_channel.field_key IS 'As of the item';
COMMENT ON COLUMN publication_channel.is_automatic IS 'Whether the system does it; decided when the item is released';
COMMENT ON COLUMN publication_channel.text_number IS 'The text that stands there; older than the live one when it was revised since';
COMMENT ON COLUMN publication_channel.due_on IS 'By when it is to be done';
COMMENT ON COLUMN publication_channel.done_on IS 'The day it stood there first; counts it into a year, also when it was taken down later';
COMMENT ON COLUMN publication_channel.done_at IS 'When it was registered or sent last';
COMMENT ON COLUMN publication_channel.reason IS 'Why it is not done, or why it was taken down';
COMMENT ON COLUMN publication_channel.attempts IS 'How often sending failed since it was last begun';
COMMENT ON COLUMN publication_channel.next_attempt_at IS 'When the system goes on with it; null when it has nothing to do';
COMMENT ON COLUMN publication_channel.leased_until IS 'Until when one process is at it';
COMMENT ON COLUMN publication_channel.error_code IS 'Code of the last failure, e.g. that of the interface';
COMMENT ON COLUMN publication_channel.error IS 'The last failure in Chinese, with what to do; null once it went well';
COMMENT ON COLUMN publication_channel.outdated_since IS 'Since when an older text stands there than is public; null when it is the same';
COMMENT ON COLUMN publication_channel.transfer_id IS 'The handing-over it was part of';
COMMENT ON COLUMN publication_channel.state_since IS 'Since when it stands so';

CREATE FUNCTION publication_channel_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE publication_channel SET organ_id = NEW.organ_id, kind = NEW.kind, column_key = NEW.column_key, field_key = NEW.field_key
    WHERE county_id = NEW.county_id AND item_id = NEW.id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION publication_channel_follow() IS 'Keeps on the channels of an item what figures are broken down by';
CREATE TRIGGER publication_channel_follow AFTER UPDATE OF organ_id, kind, column_key, field_key ON publication_item
  FOR EACH ROW WHEN (OLD.organ_id <> NEW.organ_id OR OLD.kind <> NEW.kind OR OLD.column_key <> NEW.column_key
    OR OLD.field_key IS DISTINCT FROM NEW.field_key)
  EXECUTE FUNCTION publication_channel_follow();

CREATE TABLE publication_receipt (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  item_id uuid NOT NULL,
  channel text NOT NULL,
  act text NOT NULL,
  text_number integer,
  done_on date,
  link text,
  copies integer,
  receiver text,
  note text NOT NULL DEFAULT '',
  person_id uuid,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_receipt_item ON publication_receipt (county_id, item_id, channel, id);
CREATE INDEX publication_receipt_batch ON publication_receipt (county_id, batch_id);
COMMENT ON TABLE publication_receipt IS 'What was done about an item on a channel, with its evidence';
COMMENT ON COLUMN publication_receipt.county_id IS 'The county';
COMMENT ON COLUMN publication_receipt.id IS 'Identifier; the order in which things were done';
COMMENT ON COLUMN publication_receipt.batch_id IS 'What was registered together, for several items or channels; photographs are attachments owned by publication-receipt with this id';
COMMENT ON COLUMN publication_receipt.item_id IS 'The item';
COMMENT ON COLUMN publication_receipt.channel IS 'The channel';
COMMENT ON COLUMN publication_receipt.act IS 'Key in src/publication/domain/channel-states.ts';
COMMENT ON COLUMN publication_receipt.text_number IS 'The text it was about';
COMMENT ON COLUMN publication_receipt.done_on IS 'The day it was done in the world';
COMMENT ON COLUMN publication_receipt.link IS 'Where it can be seen';
COMMENT ON COLUMN publication_receipt.copies IS 'How many copies were given out';
COMMENT ON COLUMN publication_receipt.receiver IS 'Who took it over';
COMMENT ON COLUMN publication_receipt.note IS 'Where it hangs, when it was on air, why not, what failed';
COMMENT ON COLUMN publication_receipt.person_id IS 'Who; null for the system itself';
COMMENT ON COLUMN publication_receipt.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_receipt.at IS 'When it was registered';

CREATE TABLE publication_wechat_post (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  account_id uuid NOT NULL,
  text_number integer NOT NULL,
  step text NOT NULL CHECK (step IN ('prepared', 'drafted', 'submitting', 'submitted', 'published', 'failed', 'deleted')),
  draft_media_id text,
  submitted_at timestamptz,
  publish_id text,
  article_id text,
  link text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id),
  FOREIGN KEY (county_id, account_id) REFERENCES publication_wechat_account (county_id, id)
);
CREATE INDEX publication_wechat_post_item ON publication_wechat_post (county_id, item_id, id);
COMMENT ON TABLE publication_wechat_post IS 'One sending of an item to an account. Each step is kept before the next is asked for, so that nothing is published twice';
COMMENT ON COLUMN publication_wechat_post.county_id IS 'The county';
COMMENT ON COLUMN publication_wechat_post.id IS 'Identifier';
COMMENT ON COLUMN publication_wechat_post.item_id IS 'The item';
COMMENT ON COLUMN publication_wechat_post.account_id IS 'Through which account';
COMMENT ON COLUMN publication_wechat_post.text_number IS 'Which text';
COMMENT ON COLUMN publication_wechat_post.step IS 'How far it came: submitting means that the answer to the submission is not known';
COMMENT ON COLUMN publication_wechat_post.draft_media_id IS 'Of the draft in the account';
COMMENT ON COLUMN publication_wechat_post.submitted_at IS 'When publication was last asked for, kept before it is asked';
COMMENT ON COLUMN publication_wechat_post.publish_id IS 'Of the task of publication';
COMMENT ON COLUMN publication_wechat_post.article_id IS 'Of what was published';
COMMENT ON COLUMN publication_wechat_post.link IS 'Its permanent address';
COMMENT ON COLUMN publication_wechat_post.created_at IS 'When it was begun';

CREATE TABLE publication_wechat_picture (
  county_id uuid NOT NULL,
  account_id uuid NOT NULL,
  sha256 text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('body', 'cover')),
  address text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, account_id, sha256, purpose),
  FOREIGN KEY (county_id, account_id) REFERENCES publication_wechat_account (county_id, id)
);
COMMENT ON TABLE publication_wechat_picture IS 'Pictures an account has already, so that a new try does not send them again';
COMMENT ON COLUMN publication_wechat_picture.county_id IS 'The county';
COMMENT ON COLUMN publication_wechat_picture.account_id IS 'The account';
COMMENT ON COLUMN publication_wechat_picture.sha256 IS 'Of the content, hexadecimal';
COMMENT ON COLUMN publication_wechat_picture.purpose IS 'body: stands in an article; cover: its cover';
COMMENT ON COLUMN publication_wechat_picture.address IS 'What the account calls it: an address, or a media id for a cover';
COMMENT ON COLUMN publication_wechat_picture.uploaded_at IS 'When it was sent';

CREATE TABLE publication_import (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'applied', 'undone')),
  sheets jsonb NOT NULL,
  sheet integer NOT NULL,
  matching jsonb NOT NULL,
  differences jsonb NOT NULL,
  counts jsonb NOT NULL,
  undo jsonb,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  applied_at timestamptz,
  applied_by text,
  undone_at timestamptz,
  undone_by text,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE INDEX publication_import_created ON publication_import (county_id, created_at DESC, id DESC);
COMMENT ON TABLE publication_import IS 'A ledger of what was published elsewhere that was read, with its differences from what is here';
COMMENT ON COLUMN publication_import.county_id IS 'The county';
COMMENT ON COLUMN publication_import.id IS 'Identifier';
COMMENT ON COLUMN publication_import.organ_id IS 'Whose items they are where a row does not say';
COMMENT ON COLUMN publication_import.file_name IS 'As it was sent';
COMMENT ON COLUMN publication_import.status IS 'pending, applied or undone';
COMMENT ON COLUMN publication_import.sheets IS 'The tables of the file with their cells';
COMMENT ON COLUMN publication_import.sheet IS 'Which of them is taken, from 0';
COMMENT ON COLUMN publication_import.matching IS 'Which column means what, and what holds where no column says';
COMMENT ON COLUMN publication_import.differences IS 'The rows as they were understood: new, same as an existing one, changed, unreadable with the reason';
COMMENT ON COLUMN publication_import.counts IS 'How many there are of each';
COMMENT ON COLUMN publication_import.undo IS 'What it touched and how it was before; only of one that was applied';
COMMENT ON COLUMN publication_import.created_at IS 'When the file was read';
COMMENT ON COLUMN publication_import.created_by IS 'Who sent it, by name';
COMMENT ON COLUMN publication_import.applied_at IS 'When it was applied';
COMMENT ON COLUMN publication_import.applied_by IS 'Who applied it, by name';
COMMENT ON COLUMN publication_import.undone_at IS 'When it was undone';
COMMENT ON COLUMN publication_import.undone_by IS 'Who undid it, by name';

GRANT SELECT, INSERT, UPDATE, DELETE ON publication_channel TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON publication_receipt TO gongkai_app;
GRANT SELECT, INSERT, UPDATE ON publication_wechat_account, publication_wechat_post, publication_wechat_picture,
  publication_import, publication_transfer TO gongkai_app;
