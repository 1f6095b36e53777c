/** How much one upload may bring. Sizes in bytes. */
export interface UploadLimits {
  fileBytes: number;
  totalBytes: number;
  files: number;
  /** Pasted text, in bytes of UTF-8. */
  textBytes: number;
}

const megabyte = 1024 * 1024;

export const defaultLimits: UploadLimits = {
  fileBytes: 20 * megabyte,
  totalBytes: 200 * megabyte,
  files: 100,
  textBytes: 2 * megabyte,
};
