import { toString as draw } from 'qrcode';

/** A QR code as SVG text, black on white in every theme, because cameras need it so. */
export function qrCode(content: string): Promise<string> {
  return draw(content, { type: 'svg', margin: 3, errorCorrectionLevel: 'M' });
}
