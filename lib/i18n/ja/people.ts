import type { people as en } from '../en/people.ts';

export const people: Record<keyof typeof en, string> = {
  'role.owner': 'オーナー',
  'role.editor': '編集者',
  'role.viewer': '閲覧者',
  'role.owner.can': 'オーナーは、メンバーやシークレットの管理を含むすべての操作ができます。',
  'role.editor.can':
    '編集者は作成、テスト、公開、再送ができます。シークレットの閲覧とメンバーの管理はできません。',
  'role.viewer.can': '閲覧者はシークレット以外のすべてを見られますが、変更はできません。',
  'field.name': 'お名前',
  'field.email': 'メールアドレス',
  'field.password': 'パスワード',
  'field.workspace': 'ワークスペース',
  'field.workspace.hint': 'チームの画面の左上に表示されます。あとから変更できます。',
  'field.code': 'コード',
  'field.required': '入力してください。',
  'field.email.wrong': 'mika@example.com のような形式で入力してください。',
  'password.show': 'パスワードを表示',
  'password.hide': 'パスワードを隠す',
  'password.rule': '12 文字以上。ほかの条件はありません。',
  'password.more': 'あと {count} 文字必要です。条件は長さだけです。',
  'password.enough': '十分な長さです。',
  'start.title': 'この Hookline のオーナーになる',
  'start.lead': 'メンバー、シークレット、保存データはすべてあなたが管理します。',
  'start.submit': 'オーナーを作成',
  'start.busy': 'オーナーを作成中',
  'start.note':
    'このリンクはサーバー自身の出力に表示されたものです。使えるのは一度だけで、あと {time} で失効します。',
  'start.failed':
    'オーナーを作成できませんでした。サーバーとの接続を確かめて、もう一度お試しください。',
  'code.title': 'ワンタイムコードを入力',
  'code.lead':
    'あなたがこのサーバーの運用者であることを確かめます。まだ誰もオーナーになっていません。',
  'code.count': '{count} / 8',
  'code.label': 'ワンタイムコード (8 文字)',
  'code.hint': '英数字。大文字と小文字は区別しません。貼り付けると 8 文字すべてが入ります。',
  'code.submit': '次へ',
  'code.where': 'コードの場所',
  'code.where.place': 'サーバーのターミナルまたはログ',
  'code.log.claim': 'Claim it',
  'code.gone':
    'ログに見当たりませんか？サーバーを再起動すると、新しいコードの新しいリンクが表示され、古いリンクは使えなくなります。',
  'claimed.title': 'この Hookline にはすでにオーナーがいます',
  'claimed.lead':
    'ワンタイムコードは使用済みです。サインインするか、オーナーに招待を依頼してください。',
  'claimed.action': 'サインインへ',
  'signin.title': 'サインイン',
  'signin.lead': '{workspace}',
  'signin.submit': 'サインイン',
  'signin.busy': 'サインイン中',
  'signin.forgot': 'お忘れですか？',
  'signin.forgot.owner':
    'オーナーがあなたを一度外して招待し直すと、新しい招待で新しいパスワードを設定できます。',
  'signin.forgot.last':
    'オーナーがあなただけの場合は、HOOKLINE_API_TOKEN を設定してサーバーを起動し、API で自分の別のアドレスを招待してください。',
  'signin.note':
    'このデバイスでは 30 日間サインインしたままになります。サインインはセキュリティログに記録されます。',
  'signin.wrong': 'メールアドレスまたはパスワードが違います。両方を確かめてください。',
  'signin.limited': '試行回数が多すぎます。15 分待ってから、もう一度お試しください。',
  'signin.overloaded': 'サインインが混み合っています。数秒後にもう一度お試しください。',
  'signin.failed': 'サーバーに接続できませんでした。接続を確かめて、もう一度お試しください。',
  'invite.title': '{workspace} に参加',
  'invite.lead': 'チームで Webhook のワークフローを作り、動かします。',
  'invite.by': '{name} さんからの招待です',
  'invite.by.nobody': '招待されています',
  'invite.submit': '参加する',
  'invite.busy': '参加中',
  'invite.until': 'このアドレス専用。{time} まで有効です。',
  'invite.known': 'このアドレスにはアカウントがあります。そのパスワードを入力してください。',
  'invite.ended.title': 'この招待は終了しています',
  'invite.ended.lead':
    '使用済みか、取り消されたか、1 週間が過ぎています。オーナーに新しい招待を依頼してください。',
};
