// The portal's one script. Every page works without it; it only makes waiting and choosing easier.

const form = document.querySelector<HTMLFormElement>('form[data-enhance="upload"]');
if (form) improveUpload(form);

// A page that came back with faults begins at the list of them.
document.querySelector<HTMLElement>('[data-enhance="focus"]')?.focus();

// A link into something folded away opens it; browsers that do so by themselves lose nothing.
addEventListener('hashchange', openTarget);
openTarget();

function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!target) return;
  let opened = false;
  for (let each = target.closest('details:not([open])'); each; each = target.closest('details:not([open])')) {
    each.setAttribute('open', '');
    opened = true;
  }
  if (opened) target.scrollIntoView();
}

function improveUpload(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('#files');
  const zone = form.querySelector<HTMLElement>('[data-enhance="drop"]');
  const status = form.querySelector<HTMLElement>('[data-enhance="status"]');
  const fault = form.querySelector<HTMLElement>('[data-enhance="files-fault"]');
  const submit = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!input || !zone || !status || !fault || !submit) return;

  const limits = {
    file: Number(form.dataset.fileBytes),
    total: Number(form.dataset.totalBytes),
    count: Number(form.dataset.files),
  };
  // The field itself is laid over the whole zone, unseen: a click or a drop anywhere reaches it.
  zone.classList.add('drop-zone-large');
  const words = document.createElement('p');
  words.className = 'drop-words';
  words.append('把文件拖到这里，或者 ', pseudoButton('选择文件'));
  const list = document.createElement('ul');
  list.className = 'chosen-files';
  list.hidden = true;
  words.setAttribute('aria-hidden', 'true');
  zone.append(words, list);

  const show = () => {
    const files = [...(input.files ?? [])];
    list.replaceChildren(...files.map(describe));
    list.hidden = files.length === 0;
    const message = faultOf(files);
    fault.replaceChildren(...(message ? [faultLine(message)] : []));
    input.setAttribute('aria-invalid', String(message !== undefined));
    return message;
  };

  const faultOf = (files: File[]): string | undefined => {
    const tooLarge = files.find((file) => file.size > limits.file);
    if (files.length > limits.count) return `选了 ${files.length} 个文件，一次最多 ${limits.count} 个，请分几次放入。`;
    if (tooLarge) return `“${tooLarge.name}”超过 ${megabytes(limits.file)}，请去掉图片后另存，或者复制文字粘贴。`;
    const total = files.reduce((sum, file) => sum + file.size, 0);
    return total > limits.total ? `合计超过 ${megabytes(limits.total)}，请分几次放入。` : undefined;
  };

  input.addEventListener('change', show);
  for (const kind of ['dragenter', 'dragover'] as const) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add('drop-zone-over');
    });
  }
  zone.addEventListener('dragleave', () => zone.classList.remove('drop-zone-over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('drop-zone-over');
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      show();
      input.focus();
    }
  });

  form.addEventListener('submit', (event) => {
    if (submit.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      return;
    }
    if (show() !== undefined) {
      event.preventDefault();
      input.focus();
      return;
    }
    const count = input.files?.length ?? 0;
    submit.setAttribute('aria-disabled', 'true');
    status.textContent = count > 0 ? `正在上传并读取 ${count} 个文件，请稍候……` : '正在读取，请稍候……';
  });
  // Coming back by the browser's own button, the form can be sent again.
  addEventListener('pageshow', () => {
    submit.removeAttribute('aria-disabled');
    status.textContent = '';
  });
}

/** Looks like a button; the field above it takes the click. */
function pseudoButton(label: string): HTMLSpanElement {
  const button = document.createElement('span');
  button.className = 'button-quiet';
  button.textContent = label;
  return button;
}

function describe(file: File): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = `${file.name}（${file.size < 1024 * 1024 ? `${Math.ceil(file.size / 1024)} KB` : megabytes(file.size)}）`;
  return item;
}

function faultLine(message: string): HTMLParagraphElement {
  const line = document.createElement('p');
  const sign = document.createElement('span');
  sign.className = 'sign';
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = '错';
  line.append(sign, message);
  return line;
}

function megabytes(bytes: number): string {
  return `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}
