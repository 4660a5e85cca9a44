import type { common as en } from '../en/common.ts';

export const common: Record<keyof typeof en, string> = {
  'app.name': 'Hookline',
  'ui.close': '閉じる',
  'page.start': 'はじめる',
  'page.join': '参加',
  'page.workflow': 'ワークフロー',
  'page.requests': 'リクエスト',
  'status.live': '稼働中',
  'status.paused': '一時停止中',
  'status.draft': '下書き',
  'theme.label': 'テーマ: {name}',
  'theme.system': 'システム',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
  'error.title': 'このページを表示できませんでした',
  'error.lead':
    'Hookline 側の不具合です。受信したデータは失われていません。もう一度お試しください。直らない場合は、サーバーのログで {digest} を探してください。',
  'error.leadPlain':
    'Hookline 側の不具合です。受信したデータは失われていません。もう一度お試しください。',
  'error.again': 'もう一度試す',
  'missing.title': 'ここには何もありません',
  'missing.lead': 'アドレスが間違っているか、表示していたものが削除されています。',
  'missing.action': 'ホームへ移動',
};
