import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one request to a path is to go, in place of what the interface would do. */
export type Mishap =
  /** Answered with this code, nothing done. */
  | { errcode: number }
  /** The connection breaks before anything was done. */
  | 'lost-before'
  /** It is done, and the connection breaks before the answer. */
  | 'lost-after'
  /** It is done, the answer takes longer than anybody waits. */
  | { delay: number }
  /** Something in between answers with a page of its own. */
  | 'bad-gateway'
  | 'nonsense';

interface Article {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}

interface Task {
  mediaId: string;
  article: Article;
  /** How often it is asked before it is done. */
  asks: number;
  outcome: number;
  articleId: string;
  url: string;
}

/** What was published; a test counts them. */
export interface FakeArticle extends Article {
  articleId: string;
  url: string;
  isDeleted: boolean;
  at: number;
}

/**
 * The official account interface as far as it publishes articles, faithful in what it refuses: tokens that expire, a list
 * of addresses, lengths, pictures of others, drafts that leave the box when they are published. What goes wrong is scripted.
 */
export class WechatFake {
  readonly appId = 'wx0123456789abcdef';
  appSecret = 'f0e1d2c3b4a5968778695a4b3c2d1e0f';
  /** Requests in order, path only. */
  readonly requests: string[] = [];
  /** Every header and body seen, to search for what must not be there. */
  readonly drafts = new Map<string, Article>();
  readonly tasks = new Map<string, Task>();
  readonly published: FakeArticle[] = [];
  /** Seconds a token holds. */
  tokenSeconds = 7_200;
  isWhitelisted = true;
  /** How often a task is asked for before it is done, and what becomes of it. */
  asksUntilDone = 0;
  outcome = 0;
  /** Requests to a path before 45011, counted from now on. */
  readonly limits = new Map<string, number>();

  #server = createServer((request, response) => void this.#handle(request, response));
  #script = new Map<string, Mishap[]>();
  #token: { value: string; until: number } | undefined;
  #tokens = 0;
  #ids = 0;
  #pictures = new Set<string>();
  #covers = new Set<string>();
  baseUrl = '';

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.baseUrl = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What happens to the next requests to a path, e.g. `freepublish/submit`. */
  script(path: string, ...mishaps: Mishap[]): void {
    this.#script.set(path, [...(this.#script.get(path) ?? []), ...mishaps]);
  }

  /** The token in force becomes worthless, as when somebody else fetched one by force. */
  revokeToken(): void {
    this.#token = undefined;
  }

  /** How often tokens were made. */
  get tokensMade(): number {
    return this.#tokens;
  }

  /** A draft is published or deleted by hand in the back office. */
  removeDraft(mediaId: string): void {
    this.drafts.delete(mediaId);
  }

  count(path: string): number {
    return this.requests.filter((each) => each === path).length;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.baseUrl);
    const path = url.pathname.replace('/cgi-bin/', '');
    this.requests.push(path);
    const mishap = this.#script.get(path)?.shift();
    if (mishap === 'lost-before') return void request.socket.destroy();
    if (mishap === 'bad-gateway') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>');
    if (mishap === 'nonsense') return void response.end('<!doctype html><p>登录</p>');
    const answer =
      typeof mishap === 'object' && 'errcode' in mishap
        ? refusal(mishap.errcode)
        : this.#answer(path, url, request, body);
    if (mishap === 'lost-after') return void request.socket.destroy();
    if (typeof mishap === 'object' && 'delay' in mishap) {
      await new Promise((resolve) => setTimeout(resolve, mishap.delay));
    }
    response.setHeader('content-type', 'text/plain');
    response.end(JSON.stringify(answer));
  }

  #answer(path: string, url: URL, request: IncomingMessage, body: Buffer): object {
    if (request.method !== 'POST') return refusal(43002);
    const left = this.limits.get(path);
    if (left !== undefined) {
      if (left <= 0) return refusal(45011);
      this.limits.set(path, left - 1);
    }
    if (path === 'stable_token') return this.#giveToken(JSON.parse(body.toString()));
    const token = url.searchParams.get('access_token');
    if (!token) return refusal(41001);
    if (token !== this.#token?.value) return refusal(40001);
    if (Date.now() >= this.#token.until) return refusal(42001);
    if (!this.isWhitelisted) return refusal(40164);
    if (path === 'media/uploadimg' || path === 'material/add_material')
      return this.#takePicture(path, url, request, body);
    const sent = readJson(body);
    if (!sent) return refusal(47001);
    switch (path) {
      case 'draft/add':
        return this.#addDraft(sent);
      case 'draft/get': {
        const article = this.drafts.get(String(sent.media_id));
        return article ? { news_item: [article], create_time: 1, update_time: 1 } : refusal(40007);
      }
      case 'draft/delete':
        return this.drafts.delete(String(sent.media_id)) ? ok : refusal(40007);
      case 'freepublish/submit':
        return this.#submit(String(sent.media_id));
      case 'freepublish/get':
        return this.#status(String(sent.publish_id));
      case 'freepublish/batchget':
        return this.#list(sent);
      case 'freepublish/delete': {
        const found = this.published.find(({ articleId }) => articleId === sent.article_id);
        if (!found || found.isDeleted) return refusal(53600);
        found.isDeleted = true;
        return ok;
      }
      default:
        return refusal(40066);
    }
  }

  #giveToken({ grant_type, appid, secret, force_refresh }: Record<string, unknown>): object {
    if (grant_type !== 'client_credential') return refusal(40002);
    if (appid !== this.appId) return refusal(40013);
    if (secret !== this.appSecret) return refusal(40125);
    if (!this.isWhitelisted) return refusal(40164);
    const left = () => Math.max(0, Math.round(((this.#token?.until ?? 0) - Date.now()) / 1_000));
    if (!this.#token || force_refresh === true || left() <= 0) {
      this.#tokens += 1;
      this.#token = { value: `TOKEN_${this.#tokens}_secret`, until: Date.now() + this.tokenSeconds * 1_000 };
    }
    return { access_token: this.#token.value, expires_in: left() };
  }

  #takePicture(path: string, url: URL, request: IncomingMessage, body: Buffer): object {
    const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
    if (!boundary || !body.includes('name="media"')) return refusal(41005);
    const start = body.indexOf('\r\n\r\n') + 4;
    const content = body.subarray(start, body.lastIndexOf(`\r\n--${boundary}--`));
    const isPng = content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const isJpeg = content[0] === 0xff && content[1] === 0xd8;
    if (!isPng && !isJpeg) return refusal(40005);
    this.#ids += 1;
    if (path === 'media/uploadimg') {
      if (content.length >= 1024 * 1024) return refusal(40009);
      const address = `http://mmbiz.qpic.cn/mmbiz_png/${this.#ids}/0`;
      this.#pictures.add(address);
      return { url: address, errcode: 0, errmsg: 'ok' };
    }
    if (url.searchParams.get('type') !== 'image') return refusal(40004);
    const mediaId = `cover-${this.#ids}`;
    this.#covers.add(mediaId);
    return { media_id: mediaId, url: `http://mmbiz.qpic.cn/cover/${this.#ids}`, item: [] };
  }

  #addDraft(sent: Record<string, unknown>): object {
    const [article] = (sent.articles ?? []) as Article[];
    if (!article) return refusal(44002);
    if (!article.content) return refusal(44003);
    if ([...article.title].length > 64) return refusal(45003);
    if ([...article.digest].length > 120) return refusal(45004);
    if (article.content.length >= 20_000) return refusal(45002);
    if ([...article.author].length > 16) return refusal(45110);
    if (!this.#covers.has(article.thumb_media_id)) return refusal(40007);
    if (/<script|<iframe|javascript:/i.test(article.content)) return refusal(45166);
    for (const [, source = ''] of article.content.matchAll(/<img[^>]+src="([^"]*)"/g)) {
      if (!this.#pictures.has(source)) return refusal(45166);
    }
    this.#ids += 1;
    const mediaId = `draft-${this.#ids}`;
    this.drafts.set(mediaId, article);
    return { media_id: mediaId };
  }

  #submit(mediaId: string): object {
    const article = this.drafts.get(mediaId);
    if (!article) return refusal(40007);
    this.#ids += 1;
    const publishId = String(2_247_483_000 + this.#ids);
    const task: Task = {
      mediaId,
      article,
      asks: this.asksUntilDone,
      outcome: this.outcome,
      articleId: `article_${this.#ids}`,
      url: `http://mp.weixin.qq.com/s?__biz=fake&mid=${this.#ids}`,
    };
    this.tasks.set(publishId, task);
    if (task.asks === 0) this.#finish(task);
    return { errcode: 0, errmsg: 'ok', publish_id: publishId, msg_data_id: `${this.#ids}` };
  }

  /** Until then the draft is in the box, and could be submitted a second time. */
  #finish(task: Task): void {
    if (task.outcome !== 0) return;
    this.drafts.delete(task.mediaId);
    const { articleId, url, article } = task;
    this.published.unshift({ ...article, articleId, url, isDeleted: false, at: Math.floor(Date.now() / 1_000) });
  }

  #status(publishId: string): object {
    const task = this.tasks.get(publishId);
    if (!task) return refusal(40007);
    if (task.asks > 0) {
      task.asks -= 1;
      if (task.asks === 0) this.#finish(task);
      return { publish_id: publishId, publish_status: 1, fail_idx: [] };
    }
    if (task.outcome !== 0) return { publish_id: publishId, publish_status: task.outcome, fail_idx: [1] };
    return {
      publish_id: publishId,
      publish_status: 0,
      article_id: task.articleId,
      article_detail: { count: 1, item: [{ idx: 1, article_url: task.url }] },
      fail_idx: [],
    };
  }

  #list({ offset, count }: Record<string, unknown>): object {
    const items = this.published.slice(Number(offset), Number(offset) + Number(count));
    return {
      total_count: this.published.length,
      item_count: items.length,
      item: items.map(({ articleId, url, isDeleted, at, content: _, ...article }) => ({
        article_id: articleId,
        update_time: at,
        content: { news_item: [{ ...article, url, is_deleted: isDeleted }] },
      })),
    };
  }
}

const ok = { errcode: 0, errmsg: 'ok' };

const refusal = (errcode: number) => ({ errcode, errmsg: `refused hint: [fake] rid: 0-0-${errcode}` });

function readJson(body: Buffer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
