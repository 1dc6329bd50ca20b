"""Chinese names of peoples and of a country's side."""

from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

DEMONYMS: Final = forms(
    parse("""
AE 阿联酋人
AF 阿富汗人
AL 阿尔巴尼亚人
AM 亚美尼亚人
AO 安哥拉人
AR 阿根廷人
AT 奥地利人
AU 澳大利亚人 澳方
AZ 阿塞拜疆人
BA 波斯尼亚和黑塞哥维那人
BD 孟加拉国人
BE 比利时人
BF 布基纳法索人
BG 保加利亚人
BH 巴林人
BI 布隆迪人
BJ 贝宁人
BO 玻利维亚人
BR 巴西人
BW 博茨瓦纳人
BY 白俄罗斯人
CA 加拿大人
CD 刚果人
CF 中非共和国人
CH 瑞士人
CI 科特迪瓦人
CL 智利人
CM 喀麦隆人
CN 中国人 中方 华人 中国籍
CO 哥伦比亚人
CR 哥斯达黎加人
CU 古巴人
CV 佛得角人
CY 塞浦路斯人
CZ 捷克人
DE 德国人 德方
DJ 吉布提人
DK 丹麦人
DO 多米尼加共和国人
DZ 阿尔及利亚人
EC 厄瓜多尔人
EE 爱沙尼亚人
EG 埃及人 埃方
EH 西撒哈拉人
ER 厄立特里亚人
ES 西班牙人
ET 埃塞俄比亚人
FI 芬兰人
FJ 斐济人
FR 法国人 法方
GA 加蓬人
GB 英国人 英方
GE 格鲁吉亚人
GH 加纳人
GL 格陵兰人
GM 冈比亚人
GN 几内亚人
GQ 赤道几内亚人
GR 希腊人
GT 危地马拉人
GW 几内亚比绍人
GY 圭亚那人
HK 香港人
HN 洪都拉斯人
HR 克罗地亚人
HT 海地人
HU 匈牙利人
ID 印度尼西亚人
IE 爱尔兰人
IL 以色列人 以方 以军
IN 印度人 印方 印军
IQ 伊拉克人
IR 伊朗人 伊方
IS 冰岛人
IT 意大利人
JM 牙买加人
JO 约旦人
JP 日本人 日方 日本籍
KE 肯尼亚人
KG 吉尔吉斯斯坦人
KH 柬埔寨人
KM 科摩罗人
KP 朝鲜人 朝方
KR 韩国人 韩方 韩军
KW 科威特人
KZ 哈萨克斯坦人
LA 老挝人
LB 黎巴嫩人
LI 列支敦士登人
LK 斯里兰卡人
LR 利比里亚人
LT 立陶宛人
LU 卢森堡人
LV 拉脱维亚人
LY 利比亚人
MA 摩洛哥人
MD 摩尔多瓦人
ME 黑山人
MG 马达加斯加人
MK 北马其顿人
ML 马里人
MM 缅甸人
MN 蒙古人
MR 毛里塔尼亚人
MT 马耳他人
MV 马尔代夫人
MW 马拉维人
MX 墨西哥人
MY 马来西亚人
MZ 莫桑比克人
NA 纳米比亚人
NE 尼日尔人
NG 尼日利亚人
NI 尼加拉瓜人
NL 荷兰人
NO 挪威人
NP 尼泊尔人
NZ 新西兰人
OM 阿曼人
PA 巴拿马人
PE 秘鲁人
PH 菲律宾人 菲方 菲军
PK 巴基斯坦人
PL 波兰人
PS 巴勒斯坦人
PT 葡萄牙人
PY 巴拉圭人
QA 卡塔尔人 卡方
RO 罗马尼亚人
RS 塞尔维亚人
RU 俄罗斯人 俄方 俄军 俄籍
RW 卢旺达人
SA 沙特阿拉伯人
SD 苏丹人
SE 瑞典人
SG 新加坡人
SI 斯洛文尼亚人
SK 斯洛伐克人
SL 塞拉利昂人
SN 塞内加尔人
SO 索马里人
SS 南苏丹人
SV 萨尔瓦多人
SY 叙利亚人
TD 乍得人
TG 多哥人
TH 泰国人
TJ 塔吉克斯坦人
TM 土库曼斯坦人
TN 突尼斯人
TR 土耳其人 土方 土军
TW 台湾人
TZ 坦桑尼亚人
UA 乌克兰人 乌方 乌军
UG 乌干达人
US 美国人 美方 美军 美籍
UY 乌拉圭人
UZ 乌兹别克斯坦人
VA 梵蒂冈人
VE 委内瑞拉人
VN 越南人 越方
XK 科索沃人
YE 也门人
ZA 南非人
ZM 赞比亚人
ZW 津巴布韦人
"""),
    lambda word: (word,),
)
"""Form to country code."""
