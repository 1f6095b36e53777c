import { faultOnWay, given, goneCodes, tokenCodes, type WechatAnswer } from './faults.ts';
import { ask, type WechatBody, type WechatEndpoint } from './request.ts';

/** Who keeps the token that all processes share. */
export interface WechatTokens {
  /**
   * The token in force.
   *
   * @param rejected the one the interface has just refused: it is not given again
   */
  get(rejected?: string): Promise<WechatAnswer<string>>;
}

/** A picture as it is sent. */
export interface WechatPicture {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
}

/** An article as the draft box takes it. */
export interface WechatArticle {
  title: string;
  author: string;
  digest: string;
  /** HTML within the rules of the platform. */
  content: string;
  /** 阅读原文; empty where there is none. */
  sourceUrl: string;
  coverMediaId: string;
}

/** How a task of publication stands. */
export type WechatStatus =
  | { state: 'published'; articleId: string; link: string }
  | { state: 'running' }
  | { state: 'refused'; code: number; message: string };

/** What is published in an account. */
export interface PublishedArticle {
  articleId: string;
  title: string;
  sourceUrl: string;
  link: string;
  /** When it was last changed. */
  at: Date;
}

/** The part of the official account interface that publishes articles. */
export interface WechatClient {
  /** Sends a picture for the text of an article. @returns its address */
  uploadPicture(picture: WechatPicture): Promise<WechatAnswer<string>>;
  /** Sends a picture to be kept as a cover. @returns its media id */
  uploadCover(picture: WechatPicture): Promise<WechatAnswer<string>>;
  /** Puts an article into the draft box. @returns its media id */
  addDraft(article: WechatArticle): Promise<WechatAnswer<string>>;
  /** Whether a draft is still in the box: it leaves it by being published or deleted. */
  hasDraft(mediaId: string): Promise<WechatAnswer<boolean>>;
  deleteDraft(mediaId: string): Promise<WechatAnswer<undefined>>;
  /** Asks for the publication of a draft. @returns the id of the task */
  submit(mediaId: string): Promise<WechatAnswer<string>>;
  getStatus(publishId: string): Promise<WechatAnswer<WechatStatus>>;
  /** What was published last, at most twenty. */
  listPublished(): Promise<WechatAnswer<PublishedArticle[]>>;
  /** Takes an article off; one that is gone already is as good. */
  deletePublished(articleId: string): Promise<WechatAnswer<undefined>>;
}

/** What became of a task that did not publish (freepublish/get, `publish_status`). */
const refusals: Readonly<Record<number, string>> = {
  2: '原创声明没有通过。请到公众号后台查看原因，修改后重发。',
  3: '微信发布失败。请稍后点“重新发送”，仍失败的请在公众号后台发布后登记链接。',
  4: '微信平台审核没有通过。请到公众号后台查看原因，修改后重发。',
  5: '发布后文章已在公众号后台被删除。需要恢复的，请重新发送。',
  6: '发布后文章被微信平台封禁。请登录公众号后台查看原因。',
};

/** A client for one account. It logs nothing and keeps nothing but what `tokens` keeps. */
export function createWechatClient(endpoint: WechatEndpoint, tokens: WechatTokens): WechatClient {
  const call = async (
    path: string,
    makeBody: () => WechatBody,
    query: Readonly<Record<string, string>> = {},
  ): Promise<WechatAnswer<Record<string, unknown>>> => {
    const first = await tokens.get();
    if (!first.ok) return first;
    const answer = await ask(endpoint, path, { access_token: first.value, ...query }, makeBody());
    if (answer.ok || !tokenCodes.has(Number(answer.fault.code))) return answer;
    const second = await tokens.get(first.value);
    return second.ok ? ask(endpoint, path, { access_token: second.value, ...query }, makeBody()) : second;
  };
  const json = (path: string, value: unknown) => call(path, () => ({ json: value }));
  const picture = (path: string, { bytes, mediaType }: WechatPicture, query?: Readonly<Record<string, string>>) =>
    call(
      path,
      () => {
        const form = new FormData();
        const name = mediaType === 'image/png' ? 'picture.png' : 'picture.jpg';
        form.append('media', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), name);
        return { form };
      },
      query,
    );

  return {
    uploadPicture: async (sent) => text(await picture('media/uploadimg', sent), 'url'),
    uploadCover: async (sent) => text(await picture('material/add_material', sent, { type: 'image' }), 'media_id'),
    addDraft: async ({ title, author, digest, content, sourceUrl, coverMediaId }) =>
      text(
        await json('draft/add', {
          articles: [
            {
              article_type: 'news',
              title,
              author,
              digest,
              content,
              content_source_url: sourceUrl,
              thumb_media_id: coverMediaId,
              need_open_comment: 0,
              only_fans_can_comment: 0,
            },
          ],
        }),
        'media_id',
      ),
    hasDraft: async (mediaId) => {
      const answer = await json('draft/get', { media_id: mediaId });
      if (answer.ok) return given(true);
      return goneCodes.has(answer.fault.code) ? given(false) : answer;
    },
    deleteDraft: async (mediaId) => gone(await json('draft/delete', { media_id: mediaId })),
    submit: async (mediaId) => text(await json('freepublish/submit', { media_id: mediaId }), 'publish_id'),
    getStatus: async (publishId) => readStatus(await json('freepublish/get', { publish_id: publishId })),
    listPublished: async () =>
      readPublished(await json('freepublish/batchget', { offset: 0, count: 20, no_content: 1 })),
    deletePublished: async (articleId) => gone(await json('freepublish/delete', { article_id: articleId, index: 0 })),
  };
}

/** One text of an answer; some identifiers come as numbers. */
function text(answer: WechatAnswer<Record<string, unknown>>, field: string): WechatAnswer<string> {
  if (!answer.ok) return answer;
  const value = answer.value[field];
  if (typeof value === 'string' && value !== '') return given(value);
  if (typeof value === 'number') return given(String(value));
  return { ok: false, fault: faultOnWay('answer', false) };
}

const gone = (answer: WechatAnswer<unknown>): WechatAnswer<undefined> =>
  answer.ok || goneCodes.has(answer.fault.code) ? given(undefined) : answer;

function readStatus(answer: WechatAnswer<Record<string, unknown>>): WechatAnswer<WechatStatus> {
  if (!answer.ok) return answer;
  const { publish_status: status, article_id: articleId, article_detail: detail } = answer.value;
  if (status === 1) return given({ state: 'running' });
  if (status === 0) {
    const [first] = list(objectOf(detail).item);
    const link = objectOf(first).article_url;
    if (typeof articleId !== 'string' || typeof link !== 'string') {
      return { ok: false, fault: faultOnWay('answer', false) };
    }
    return given({ state: 'published', articleId, link: secure(link) });
  }
  if (typeof status !== 'number') return { ok: false, fault: faultOnWay('answer', false) };
  const message = refusals[status] ?? `微信发布没有成功（状态 ${status}）。请到公众号后台查看原因。`;
  return given({ state: 'refused', code: status, message });
}

function readPublished(answer: WechatAnswer<Record<string, unknown>>): WechatAnswer<PublishedArticle[]> {
  if (!answer.ok) return answer;
  return given(
    list(answer.value.item).flatMap((each): PublishedArticle[] => {
      const { article_id: articleId, content, update_time: at } = objectOf(each);
      const {
        title,
        content_source_url: sourceUrl,
        url,
        is_deleted: isDeleted,
      } = objectOf(list(objectOf(content).news_item)[0]);
      if (typeof articleId !== 'string' || typeof url !== 'string' || isDeleted === true) return [];
      return [
        {
          articleId,
          title: String(title ?? ''),
          sourceUrl: String(sourceUrl ?? ''),
          link: secure(url),
          at: new Date(Number(at) * 1_000),
        },
      ];
    }),
  );
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The interface names its own pages with http; they are there with https. */
const secure = (address: string): string =>
  address.replace(/^http:\/\/mp\.weixin\.qq\.com\//, 'https://mp.weixin.qq.com/');
