import type { Deadline } from '../read/limits.ts';
import type { OfficePackage } from '../read/ooxml/package.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import { type Gatherer, type Inspection, inspectionLimits } from './inspection.ts';
import { readTexts } from './properties.ts';

/** Looks into a file within a file; the caller knows how deep it is already. */
export type InspectInner = (file: { name: string; bytes: Uint8Array }) => Promise<Inspection>;

/** What all office files may carry besides their own text: drawings, charts, embedded files, programs, pictures. */
export async function readCompanions(
  source: OfficePackage,
  gatherer: Gatherer,
  deadline: Deadline,
  inspectInner: InspectInner,
): Promise<void> {
  let embedded = 0;
  for (const name of source.names) {
    deadline.check();
    if (/\/(?:charts\/chart[^/]*|diagrams\/data[^/]*|drawings\/drawing[^/]*)\.xml$/.test(name)) {
      const words: string[] = [];
      readTexts(source.findText(name) ?? '', deadline, (element, text) => {
        if (element === 't' || element === 'v') words.push(text);
      });
      gatherer.add(/charts/.test(name) ? '图表' : '图形中的文字', words.join(' '));
    } else if (/\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)$/.test(name)) gatherer.addPictures(1);
    else if (/vbaproject\.bin$/.test(name)) gatherer.conceal('宏程序', '个');
    else if (/\/embeddings\//.test(name)) {
      gatherer.conceal('嵌入的文件', '个');
      embedded += 1;
      const bytes = embedded <= inspectionLimits.files ? source.findBytes(name) : undefined;
      if (bytes) gatherer.addInner(`嵌入的文件 ${embedded}`, await inspectInner({ name, bytes }), true);
    }
  }
}

/** Parses a part that may be missing or broken without giving up the rest of the file. */
export function tolerant(work: () => void): void {
  try {
    work();
  } catch (error) {
    // What costs too much ends the whole; what is merely broken is left out.
    if (!(error instanceof DocumentRefusal) || error.code !== 'damaged-file') throw error;
  }
}
