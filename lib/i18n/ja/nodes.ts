import type { nodes as english } from '../en/nodes.ts';

/** Step types and their outputs. */
export const nodes: Readonly<Record<keyof typeof english, string>> = {
  'node.webhook.label': 'Webhook',
  'node.webhook.help': 'URL にリクエストが届くと始まります。',
  'node.filter.label': 'フィルター',
  'node.filter.help': '条件を満たすときだけ先へ進みます。',
  'node.switch.label': '分岐',
  'node.switch.help': '最初に成り立つケースへ進みます。',
  'node.set_fields.label': 'フィールドの設定',
  'node.set_fields.help': '後のステップが使うオブジェクトを、フィールドごとに作ります。',
  'node.http_request.label': 'HTTP リクエスト',
  'node.http_request.help': 'URL を呼び出し、その応答を次へ渡します。',
  'node.respond.label': '応答',
  'node.respond.help': '待っている送信元に応答します。',
  'node.delay.label': '待機',
  'node.delay.help': '先へ進む前に、最長 30 日待ちます。',
  'node.stop.label': '停止',
  'node.stop.help': '実行全体をここで終えます。結果は成功か失敗です。',
  'port.out': '次のステップ',
  'port.match': '一致',
  'port.otherwise': 'それ以外',
  'port.ok': '成功',
  'port.error': 'エラー',
};
