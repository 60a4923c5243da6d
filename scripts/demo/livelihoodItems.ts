/**
 * The 32 livelihood items that the flag sessions review. One line an item:
 * field · kind of work · lead unit · assisting units · target and its unit (English) · title · title in English
 * Fields: l learning and growing up, c care and health, h home and street, w work and income.
 */
export const LIVELIHOOD_ITEMS = `
l M edu finance,housing 6 所/schools 新建改扩建公办幼儿园 | Build or extend public kindergartens
l S edu health,market 120 所/schools 中小学午休“躺睡”条件改造 | Give pupils proper places for a midday nap
l S culture edu,urban 30 处/reading rooms 城市书房与乡村书吧 | Open city reading rooms and village book corners
l S health edu,civil 90000 人次/check-ups 儿童青少年视力与脊柱筛查 | Screen children’s eyesight and backs
l M qiwu culture,urban 12 处/playgrounds 社区儿童友好游戏场地 | Build child-friendly neighbourhood playgrounds
l S wangqiao edu,civil 40 个/clubs 暑期公益托管班 | Run free holiday clubs in summer
l S boyun edu,transport 68 条/routes 农村学生定制公交线路 | Run school bus routes for village pupils
l S culture qingli,agri 600 场/shows 文化惠民演出进乡村 | Take free performances to the villages
c S civil housing,health 4000 户/homes 困难老年人家庭适老化改造 | Fit the homes of older people in need with aids
c M civil health,songlang 20 个/centres 镇街综合养老服务中心 | Open care centres in towns and subdistricts
c S health finance,hrss 52000 人/women 适龄妇女“两癌”免费检查 | Offer free cancer checks to women
c M health luting,finance 60 所/clinics 村卫生室改造提升 | Refurbish village clinics
c S health emergency,transport 500 台/devices 公共场所自动除颤仪布设 | Place defibrillators in public places
c S hrss health,data 15 项/services 医保报销“免跑腿”事项 | Make medical claims without a visit
c S civil hrss,finance 1800 人/people 残疾人基本康复与辅具适配 | Fit disabled residents with aids and therapy
c S zhenshan civil,market 36 个/canteens 社区老年食堂 | Open canteens for older residents
h M housing urban,finance 300 部/lifts 既有住宅加装电梯 | Add lifts to existing blocks of flats
h M urban transport,police 8000 个/spaces 新增公共停车泊位 | Create public parking spaces
h M water urban,housing 18 处/spots 积水点治理 | Cure places that flood after rain
h M urban eco,market 25 座/toilets 公共厕所新建改造 | Build and refit public toilets
h M transport agri,yanxi 260 公里/km 农村公路改造提升 | Improve village roads
h M chengwan housing,urban 75 公里/km 老旧供水与燃气管网更新 | Replace old water and gas pipes
h E eco water,mailong 45 个/villages 农村生活污水治理 | Treat waste water in villages
h M songlang land,urban 10 处/parks 口袋公园建设 | Lay out pocket parks
h S police urban,transport 200 处/crossings 人行过街设施优化 | Make street crossings safer
h S market housing,emergency 3000 台/lifts 老旧电梯安全评估 | Assess the safety of old lifts
w S hrss edu,commerce 60000 人/people 城镇新增就业 | Create new jobs in towns
w S hrss agri,iit 25000 人次/places 补贴性职业技能培训 | Train workers with public support
w S agri yanxi,commerce 24 家/workshops 乡村就业工坊 | Open village workshops near people’s homes
w S commerce mailong,logistics 80 个/stations 村级寄递物流综合服务站 | Open parcel stations in villages
w S service market,data 30 项/services “跨省通办”服务事项 | Make services available from other provinces
w S luting water,agri 12600 人/people 农村供水保障提升 | Secure the water supply of hill villages
`;
