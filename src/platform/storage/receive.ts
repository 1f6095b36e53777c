import { createReadStream } from 'node:fs';
import { mkdir, open, statfs } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Actor } from '../../kernel/actor.ts';
import { type Failure, failure, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { newId } from '../db/index.ts';
import type { StagedFile } from './blob-store.ts';
import { announceBlob, type FoundContent, sumUploads } from './blobs.ts';
import { safeFileName } from './file-name.ts';
import { type AttachmentKindName, attachmentKinds } from './kinds.ts';
import { checkName } from './name-check.ts';
import type { AttachmentRules } from './settings.ts';
import { sniffContent } from './sniff.ts';
import { discard, stageFile } from './staging.ts';
import { refusingFaults, type Storage } from './storage.ts';

/** A file as somebody sends it. */
export interface SentFile {
  /** As it is called at the sender's. */
  fileName: string;
  content: Readable;
  /** Whether the end was cut off because the file is larger than allowed; asked when the stream has ended. */
  isTruncated?(): boolean;
}

/** A file that was received as a whole, checked and found harmless, and that nobody can see yet. */
export interface InspectedFile {
  staged: StagedFile;
  fileName: string;
  mediaType: string;
  verdict: 'unscanned' | 'clean';
}

/** A file whose content is in the store; `addAttachment` makes an attachment of it. */
export interface ReceivedFile extends FoundContent {
  fileName: string;
}

const megabyte = 1024 * 1024;
const day = 24 * 60 * 60 * 1_000;

/**
 * Refuses an upload before the first byte: when the disk would get too full for the database, and when the
 * person has uploaded more within a day than anybody needs.
 *
 * @param expectedBytes as the sender announces them
 */
export async function admitUpload(
  storage: Storage,
  actor: Actor,
  now: Date,
  expectedBytes: number,
): Promise<Result<AttachmentRules>> {
  const rules = await storage.readRules();
  await mkdir(storage.stagingFolder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(storage.stagingFolder);
  if (bavail * bsize - expectedBytes < storage.reserveBytes) {
    storage.log.error('too little space on disk to receive attachments');
    return failure('disk-full', '服务器磁盘剩余空间不足，暂时不能上传附件。请告知系统管理员清理磁盘后再试。');
  }
  if (actor.personId) {
    const since = new Date(now.getTime() - day);
    const uploaded = await sumUploads(storage.db, actor.countyId, actor.personId, since);
    if (uploaded + expectedBytes > rules.megabytesPerDay * megabyte) {
      return failure(
        'too-many-uploads',
        `您最近二十四小时内上传的附件将超过 ${rules.megabytesPerDay} MB。请过一天再上传，或请安全管理员调整上限。`,
      );
    }
  }
  return success(rules);
}

/**
 * Receives a file into the staging folder and judges it: its size, what it is, its name, viruses. Refused files
 * leave nothing behind; one that is infected leaves a line in the audit. Every refusal names the file.
 */
export async function inspectFile(
  storage: Storage,
  actor: Actor,
  now: Date,
  rules: AttachmentRules,
  sent: SentFile,
): Promise<Result<InspectedFile>> {
  return refusingFaults(async () => {
    const staged = await stageFile(storage.stagingFolder, sent.content);
    let isKept = false;
    try {
      const judged = await judge(storage, actor, now, rules, sent, staged);
      isKept = judged.ok;
      return judged.ok ? judged : naming(sent.fileName, judged);
    } finally {
      if (!isKept) await discard(staged);
    }
  }, storage.log);
}

/** Puts an inspected file into the store of the county; the staged file is gone afterwards, in any case. */
export async function keepFile(
  storage: Storage,
  countyId: string,
  now: Date,
  { staged, fileName, mediaType, verdict }: InspectedFile,
): Promise<Result<ReceivedFile>> {
  const content: FoundContent = { countyId, sha256: staged.sha256, size: staged.size, mediaType, verdict };
  return refusingFaults(async () => {
    try {
      const isWelcome = await announceBlob(storage.db, content, now);
      if (!isWelcome) return naming(fileName, refuseInfected());
      await storage.store.put(countyId, staged);
      return success({ ...content, fileName });
    } finally {
      await discard(staged);
    }
  }, storage.log);
}

/** Receives one file, judges it and puts it into the store; for what the program itself makes, too. */
export async function receiveFile(
  storage: Storage,
  actor: Actor,
  now: Date,
  sent: SentFile,
): Promise<Result<ReceivedFile>> {
  const inspected = await inspectFile(storage, actor, now, await storage.readRules(), sent);
  return inspected.ok ? keepFile(storage, actor.countyId, now, inspected.value) : inspected;
}

async function judge(
  storage: Storage,
  actor: Actor,
  now: Date,
  rules: AttachmentRules,
  sent: SentFile,
  staged: StagedFile,
): Promise<Result<InspectedFile>> {
  if (sent.isTruncated?.() || staged.size > rules.fileMegabytes * megabyte) {
    return failure('too-large', `文件超过 ${rules.fileMegabytes} MB。请压缩其中的图片或拆成几个文件后再上传。`);
  }
  const kind = await sniffFile(staged);
  if (!kind.ok) return kind;
  const name = checkName(sent.fileName, kind.value, rules.types);
  if (!name.ok) return name;
  const verdict = await scanStaged(storage, actor, now, rules, staged);
  if (!verdict.ok) return verdict;
  const { mediaType } = attachmentKinds[kind.value];
  return success({ staged, fileName: name.value, mediaType, verdict: verdict.value });
}

async function sniffFile({ path, size }: StagedFile): Promise<Result<AttachmentKindName>> {
  const file = await open(path);
  try {
    return await sniffContent(file, size);
  } finally {
    await file.close();
  }
}

async function scanStaged(
  { scanner, db, log }: Storage,
  actor: Actor,
  now: Date,
  rules: AttachmentRules,
  { path, sha256, size }: StagedFile,
): Promise<Result<'unscanned' | 'clean'>> {
  if (!scanner) return success('unscanned');
  const scan = await scanner.scan(createReadStream(path));
  if (scan.verdict === 'clean') return success('clean');
  if (scan.verdict === 'infected') {
    await write(db, actor, now, async (_, record) => {
      // There is no attachment: only who tried what is kept.
      record({
        action: 'attachment.refuse-infected',
        record: { kind: 'attachment', id: newId(), label: '带病毒的文件' },
        after: { finding: scan.finding, sha256, size },
      });
    });
    return refuseInfected(scan.finding);
  }
  log.error({ reason: scan.reason }, 'the virus scanner did not scan an attachment');
  if (rules.acceptsUnscanned) return success('unscanned');
  if (scan.reason === 'too-large') {
    return failure(
      'scanner-too-large',
      '文件超过查毒服务能检查的大小。请拆成几个文件上传，或请系统管理员调高查毒服务的上限。',
    );
  }
  return failure('scanner-away', '查毒服务暂时不可用，不能接收附件。请稍后再试；如持续出现，请告知系统管理员。');
}

const refuseInfected = (finding?: string): Failure =>
  failure(
    'infected',
    `查出病毒${finding ? `（${finding}）` : ''}，文件已经删除。请不要再打开原文件，并告知系统管理员检查您的电脑。`,
  );

/** A refusal that says of which file it speaks. */
function naming(fileName: string, { problem }: Failure): Failure {
  const name = safeFileName(fileName);
  return failure(problem.code, `“${name}”没有上传：${problem.message}`);
}
