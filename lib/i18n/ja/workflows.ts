import type { workflows as en } from '../en/workflows.ts';

/** ワークフロー一覧の文言。 */
export const workflows = {
  'workflows.title': 'ワークフロー',
  'workflows.name': 'ワークフロー名',
  'workflows.untitled': '名称未設定のワークフロー',
  'workflows.trigger': 'Webhook',
  'workflows.new': '新しいワークフロー',
  'workflows.new.busy': '作成中',
  'workflows.new.title': 'まずURLを用意します',
  'workflows.new.lead':
    'すぐにWebhook URLができます。1件送って、実際に届いた内容をもとに組み立てます。',
  'workflows.new.url': 'URLは最初から使え、送られたものをすべて保存します',
  'workflows.new.checked': '送信元の署名で、誰が送ったかを確認します',
  'workflows.new.safe': '公開するまで自動では実行されません',
} as const satisfies Record<keyof typeof en, string>;
