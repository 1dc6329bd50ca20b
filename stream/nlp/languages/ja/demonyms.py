"""Japanese names of peoples."""

from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

DEMONYMS: Final = forms(
    parse("""
AE UAE人
AF アフガニスタン人
AL アルバニア人
AM アルメニア人
AO アンゴラ人
AR アルゼンチン人
AT オーストリア人
AU オーストラリア人
AZ アゼルバイジャン人
BA ボスニア・ヘルツェゴビナ人
BD バングラデシュ人
BE ベルギー人
BF ブルキナファソ人
BG ブルガリア人
BH バーレーン人
BI ブルンジ人
BJ ベナン人
BO ボリビア人
BR ブラジル人
BW ボツワナ人
BY ベラルーシ人
CA カナダ人
CD コンゴ人
CF 中央アフリカ共和国人
CH スイス人
CI コートジボワール人
CL チリ人
CM カメルーン人
CN 中国人 中国側 中国軍
CO コロンビア人
CR コスタリカ人
CU キューバ人
CV カーボベルデ人
CY キプロス人
CZ チェコ人
DE ドイツ人
DJ ジブチ人
DK デンマーク人
DO ドミニカ共和国人
DZ アルジェリア人
EC エクアドル人
EE エストニア人
EG エジプト人
EH 西サハラ人
ER エリトリア人
ES スペイン人
ET エチオピア人
FI フィンランド人
FJ フィジー人
FR フランス人
GA ガボン人
GB イギリス人
GE ジョージア人
GH ガーナ人
GL グリーンランド人
GM ガンビア人
GN ギニア人
GQ 赤道ギニア人
GR ギリシャ人
GT グアテマラ人
GW ギニアビサウ人
GY ガイアナ人
HK 香港人
HN ホンジュラス人
HR クロアチア人
HT ハイチ人
HU ハンガリー人
ID インドネシア人
IE アイルランド人
IL イスラエル人 イスラエル側
IN インド人
IQ イラク人
IR イラン人 イラン側
IS アイスランド人
IT イタリア人
JM ジャマイカ人
JO ヨルダン人
JP 日本人
KE ケニア人
KG キルギス人
KH カンボジア人
KM コモロ人
KP 北朝鮮人 北朝鮮側
KR 韓国人 韓国側 韓国軍
KW クウェート人
KZ カザフスタン人
LA ラオス人
LB レバノン人
LI リヒテンシュタイン人
LK スリランカ人
LR リベリア人
LT リトアニア人
LU ルクセンブルク人
LV ラトビア人
LY リビア人
MA モロッコ人
MD モルドバ人
ME モンテネグロ人
MG マダガスカル人
MK 北マケドニア人
ML マリ人
MM ミャンマー人
MN モンゴル人
MR モーリタニア人
MT マルタ人
MV モルディブ人
MW マラウイ人
MX メキシコ人
MY マレーシア人
MZ モザンビーク人
NA ナミビア人
NE ニジェール人
NG ナイジェリア人
NI ニカラグア人
NL オランダ人
NO ノルウェー人
NP ネパール人
NZ ニュージーランド人
OM オマーン人
PA パナマ人
PE ペルー人
PH フィリピン人
PK パキスタン人
PL ポーランド人
PS パレスチナ人
PT ポルトガル人
PY パラグアイ人
QA カタール人
RO ルーマニア人
RS セルビア人
RU ロシア人 ロシア側
RW ルワンダ人
SA サウジアラビア人
SD スーダン人
SE スウェーデン人
SG シンガポール人
SI スロベニア人
SK スロバキア人
SL シエラレオネ人
SN セネガル人
SO ソマリア人
SS 南スーダン人
SV エルサルバドル人
SY シリア人
TD チャド人
TG トーゴ人
TH タイ人
TJ タジキスタン人
TM トルクメニスタン人
TN チュニジア人
TR トルコ人
TW 台湾人
TZ タンザニア人
UA ウクライナ人 ウクライナ側
UG ウガンダ人
US アメリカ人 米軍 米側 米国人
UY ウルグアイ人
UZ ウズベキスタン人
VA バチカン市国人
VE ベネズエラ人
VN ベトナム人
XK コソボ人
YE イエメン人
ZA 南アフリカ人
ZM ザンビア人
ZW ジンバブエ人
"""),
    lambda word: (word,),
)
"""Form to country code."""
