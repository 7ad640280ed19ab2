/** The end of a headline in the writer's own language and script, by category where it is known. */
const WORDS: Record<string, Record<string, string>> = {
  uk: {
    '': 'працюю віддалено',
    translation: 'переклад',
    software: 'розробка програм',
    'graphic-design': 'графічний дизайн',
    'web-design': 'вебдизайн',
    tutoring: 'репетитор',
    bookkeeping: 'бухгалтерія',
  },
  bg: { '': 'работя от разстояние', translation: 'преводи', bookkeeping: 'счетоводство' },
  mk: { '': 'работам од далечина', translation: 'преводи' },
  kk: { '': 'қашықтан жұмыс істеймін', translation: 'аударма' },
  el: {
    '': 'εργασία από απόσταση',
    translation: 'μεταφράσεις',
    'travel-planning': 'οργάνωση ταξιδιών',
    bookkeeping: 'λογιστική',
  },
  ja: {
    '': '在宅で承ります',
    translation: '翻訳',
    'graphic-design': 'グラフィックデザイン',
    software: 'ソフトウェア開発',
    'video-and-animation': 'アニメーション制作',
  },
  ar: {
    '': 'أعمل عن بعد',
    translation: 'ترجمة',
    'customer-service': 'خدمة العملاء',
    'graphic-design': 'تصميم جرافيك',
    transcription: 'تفريغ صوتي',
  },
  hi: {
    '': 'घर से काम',
    translation: 'अनुवाद',
    'data-entry': 'डाटा एंट्री',
    tutoring: 'ट्यूशन',
    bookkeeping: 'बहीखाता',
  },
  ne: { '': 'घरबाट काम', translation: 'अनुवाद' },
};

/** Undefined where the crowd writes Latin letters only. */
export function ownWords(language: string, category: string): string | undefined {
  const words = WORDS[language];
  return words && (words[category] ?? words['']);
}
