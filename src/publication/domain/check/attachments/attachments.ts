import { wholeCheck } from '../detector.ts';
import type { CheckedAttachment } from '../document.ts';
import type { Hit } from '../finding.ts';

const hitOf = (check: string, { id, name, digest }: CheckedAttachment, message: string, excerpt: string): Hit => ({
  check,
  message,
  excerpt,
  spans: [],
  place: { part: 'attachment', attachmentId: id, name, piece: '整个文件', hidden: false },
  content: `${digest} ${excerpt}`,
});

export const unreadableCheck = wholeCheck({
  key: 'unreadable-attachment',
  name: '无法检查的附件',
  group: 'attachment',
  severity: 'warn',
  waivable: 'author',
  means: '系统读不了这种格式，里面有没有个人信息、涉密内容没有检查。',
  mend: '用 Word、WPS 另存为 .docx、.xlsx 或 PDF 后重新上传；确实不能转换的，人工逐页检查后说明。',
  source: '条例第17条；保密法实施条例第42条（逐项审查）',
  *findAll({ attachments }) {
    for (const attachment of attachments) {
      if (attachment.unreadable === undefined) continue;
      yield hitOf('unreadable-attachment', attachment, `附件无法检查：${attachment.unreadable}`, attachment.name);
    }
  },
});

export const truncatedCheck = wholeCheck({
  key: 'truncated-attachment',
  name: '没有检查完的附件',
  group: 'attachment',
  severity: 'warn',
  waivable: 'author',
  means: '附件内容太多，只检查了前面一部分。',
  mend: '拆分附件，或者人工检查其余部分后说明。',
  source: '条例第17条；保密法实施条例第42条（逐项审查）',
  *findAll({ attachments }) {
    for (const attachment of attachments) {
      if (!attachment.truncated) continue;
      yield hitOf(
        'truncated-attachment',
        attachment,
        '附件内容过多，只检查了前面的部分。请拆分，或者人工检查后说明。',
        attachment.name,
      );
    }
  },
});

export const concealedCheck = wholeCheck({
  key: 'hidden-content',
  name: '附件中看不见的内容',
  group: 'attachment',
  severity: 'warn',
  waivable: 'author',
  means: '批注、修订、隐藏的行列和工作表，打开时看不见，别人一点就能看见。',
  mend: '接受修订、删除批注和隐藏内容后重新上传，或者另存为 PDF。',
  source: '条例第15条；个人信息保护法第51条',
  *findAll({ attachments }) {
    for (const attachment of attachments) {
      for (const concealed of attachment.concealed) {
        yield hitOf('hidden-content', attachment, `附件中有看不见的内容：${concealed}。请清除后重新上传。`, concealed);
      }
    }
  },
});

export const propertiesCheck = wholeCheck({
  key: 'document-properties',
  name: '文档属性',
  group: 'attachment',
  severity: 'info',
  waivable: 'author',
  means: '文档属性会带出作者、单位、最后修改人。',
  mend: '在 Word、WPS 的“检查文档”中删除属性和个人信息后重新上传。',
  source: '个人信息保护法第6条（最小必要）',
  *findAll({ attachments }) {
    for (const attachment of attachments) {
      if (attachment.properties.length === 0) continue;
      const labels = attachment.properties.map(({ label }) => label).join('、');
      yield hitOf('document-properties', attachment, `文档属性中留有${labels}，不宜公开的请删除后重新上传。`, labels);
    }
  },
});

export const unreadPictureCheck = wholeCheck({
  key: 'unread-picture',
  name: '图片里的文字没有检查',
  group: 'attachment',
  severity: 'info',
  waivable: 'author',
  means: '系统不识别图片里的文字，扫描件、截图里的个人信息要人工看。',
  mend: '逐张看一遍图片；扫描件请同时提供带文字的文本。',
  source: '条例第17条（公开审查）',
  *findAll({ attachments, pictures }) {
    for (const attachment of attachments) {
      if (attachment.pictures === 0) continue;
      yield hitOf(
        'unread-picture',
        attachment,
        `附件中有 ${attachment.pictures} 处图片，里面的文字没有检查，请逐张看一遍。`,
        `图片 ${attachment.pictures} 处`,
      );
    }
    if (pictures.length > 0) {
      yield {
        check: 'unread-picture',
        message: `正文中有 ${pictures.length} 张图片，里面的文字没有检查，请逐张看一遍。`,
        excerpt: '',
        spans: [],
        place: { part: 'body' },
        content: `pictures ${pictures.length}`,
      };
    }
  },
});

export const duplicateCheck = wholeCheck({
  key: 'near-duplicate',
  name: '与已发布信息重复',
  group: 'duplicate',
  severity: 'warn',
  waivable: 'author',
  means: '同一内容由几个单位各发一遍，或者旧文换了标题再发，公众分不清以哪个为准。',
  mend: '已有的引用或关联原文；确需分别发布的请说明。',
  source: '政府网站与政务新媒体检查指标（重复）',
  *findAll({ surroundings: { duplicates } }) {
    for (const { itemId, title, organName, publishedOn, similarity, containedHere, passages } of duplicates) {
      const percent = (share: number) => `${Math.floor(share * 100)}%`;
      const who = `${organName ? `${organName}` : ''}${publishedOn ? ` ${publishedOn} ` : ''}发布的`;
      const share =
        containedHere - similarity > 0.2
          ? `本文有 ${percent(containedHere)} 的文字见于`
          : `与下面这条的文字有 ${percent(similarity)} 相同：`;
      yield {
        check: 'near-duplicate',
        message: `${share}${who}《${title}》。请引用或关联原文；确需再发的请说明。`,
        excerpt: title,
        spans: [],
        place: { part: 'body' },
        content: `${itemId} ${Math.floor(Math.max(similarity, containedHere) * 20)}`,
        links: [{ label: title, href: `/publication/items/${itemId}` }],
        passages,
      };
    }
  },
});
