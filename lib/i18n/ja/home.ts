import type { home as en } from '../en/home.ts';

export const home: Record<keyof typeof en, string> = {
  'home.title': 'ホーム',
  'home.endpoints': 'エンドポイント',
  'home.endpoints.none':
    'エンドポイントはまだありません。API で作成できます: POST /api/v1/endpoints',
  'home.workflows': 'ワークフロー',
  'home.workflows.none': 'ワークフローはまだありません。API で作成できます: POST /api/v1/workflows',
  'home.local': 'このネットワークからのみ届きます',
  'home.copy': 'Webhook URL をコピー',
  'home.copied': 'コピーしました',
  'home.received': '受信',
  'home.ran': '実行',
  'home.rejected': '拒否',
  'home.name': '名前',
  'home.url': 'Webhook URL',
  'home.status': '状態',
  'home.version': 'バージョン',
  'home.steps': 'ステップ',
  'home.more': '新しい順に {count} 件のみ表示しています。すべては API で取得できます。',
};
