<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>labels</name>
    <message>
        <source>African elephant</source>
        <translation>아프리카코끼리</translation>
    </message>
    <message>
        <source>American alligator</source>
        <translation>미시시피악어</translation>
    </message>
    <message>
        <source>American lobster</source>
        <translation>미국바닷가재</translation>
    </message>
    <message>
        <source>Arabian camel</source>
        <translation>단봉낙타</translation>
    </message>
    <message>
        <source>CD player</source>
        <translation>CD 플레이어</translation>
    </message>
    <message>
        <source>Chihuahua</source>
        <translation>치와와</translation>
    </message>
    <message>
        <source>Christmas stocking</source>
        <translation>크리스마스 양말</translation>
    </message>
    <message>
        <source>Egyptian cat</source>
        <translation>이집트고양이</translation>
    </message>
    <message>
        <source>European fire salamander</source>
        <translation>유럽불도롱뇽</translation>
    </message>
    <message>
        <source>German shepherd</source>
        <translation>독일셰퍼드</translation>
    </message>
    <message>
        <source>Labrador retriever</source>
        <translation>래브라도리트리버</translation>
    </message>
    <message>
        <source>Persian cat</source>
        <translation>페르시아고양이</translation>
    </message>
    <message>
        <source>Yorkshire terrier</source>
        <translation>요크셔테리어</translation>
    </message>
    <message>
        <source>abacus</source>
        <translation>주판</translation>
    </message>
    <message>
        <source>academic gown</source>
        <translation>학위복</translation>
    </message>
    <message>
        <source>acorn</source>
        <translation>도토리</translation>
    </message>
    <message>
        <source>albatross</source>
        <translation>앨버트로스</translation>
    </message>
    <message>
        <source>alp</source>
        <translation>높은 산</translation>
    </message>
    <message>
        <source>altar</source>
        <translation>제단</translation>
    </message>
    <message>
        <source>apron</source>
        <translation>앞치마</translation>
    </message>
    <message>
        <source>baboon</source>
        <translation>개코원숭이</translation>
    </message>
    <message>
        <source>backpack</source>
        <translation>배낭</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>바나나</translation>
    </message>
    <message>
        <source>bannister</source>
        <translation>난간</translation>
    </message>
    <message>
        <source>barbershop</source>
        <translation>이발소</translation>
    </message>
    <message>
        <source>barn</source>
        <translation>헛간</translation>
    </message>
    <message>
        <source>barrel</source>
        <translation>나무통</translation>
    </message>
    <message>
        <source>basketball</source>
        <translation>농구공</translation>
    </message>
    <message>
        <source>bathtub</source>
        <translation>욕조</translation>
    </message>
    <message>
        <source>beach wagon</source>
        <translation>스테이션왜건</translation>
    </message>
    <message>
        <source>beacon</source>
        <translation>등대</translation>
    </message>
    <message>
        <source>beaker</source>
        <translation>비커</translation>
    </message>
    <message>
        <source>bee</source>
        <translation>벌</translation>
    </message>
    <message>
        <source>beer bottle</source>
        <translation>맥주병</translation>
    </message>
    <message>
        <source>bell pepper</source>
        <translation>피망</translation>
    </message>
    <message>
        <source>bighorn</source>
        <translation>큰뿔양</translation>
    </message>
    <message>
        <source>bikini</source>
        <translation>비키니</translation>
    </message>
    <message>
        <source>binoculars</source>
        <translation>쌍안경</translation>
    </message>
    <message>
        <source>birdhouse</source>
        <translation>새집</translation>
    </message>
    <message>
        <source>bison</source>
        <translation>들소</translation>
    </message>
    <message>
        <source>black stork</source>
        <translation>먹황새</translation>
    </message>
    <message>
        <source>black widow</source>
        <translation>검은과부거미</translation>
    </message>
    <message>
        <source>boa constrictor</source>
        <translation>보아뱀</translation>
    </message>
    <message>
        <source>bow tie</source>
        <translation>나비넥타이</translation>
    </message>
    <message>
        <source>brain coral</source>
        <translation>뇌산호</translation>
    </message>
    <message>
        <source>brass</source>
        <translation>황동 명판</translation>
    </message>
    <message>
        <source>broom</source>
        <translation>빗자루</translation>
    </message>
    <message>
        <source>brown bear</source>
        <translation>불곰</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>양동이</translation>
    </message>
    <message>
        <source>bullet train</source>
        <translation>고속 열차</translation>
    </message>
    <message>
        <source>bullfrog</source>
        <translation>황소개구리</translation>
    </message>
    <message>
        <source>butcher shop</source>
        <translation>정육점</translation>
    </message>
    <message>
        <source>candle</source>
        <translation>양초</translation>
    </message>
    <message>
        <source>cannon</source>
        <translation>대포</translation>
    </message>
    <message>
        <source>cardigan</source>
        <translation>카디건</translation>
    </message>
    <message>
        <source>cash machine</source>
        <translation>현금 자동 입출금기</translation>
    </message>
    <message>
        <source>cauliflower</source>
        <translation>콜리플라워</translation>
    </message>
    <message>
        <source>centipede</source>
        <translation>지네</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>쇠사슬</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>궤</translation>
    </message>
    <message>
        <source>chimpanzee</source>
        <translation>침팬지</translation>
    </message>
    <message>
        <source>cliff</source>
        <translation>절벽</translation>
    </message>
    <message>
        <source>cliff dwelling</source>
        <translation>절벽 주거지</translation>
    </message>
    <message>
        <source>cockroach</source>
        <translation>바퀴벌레</translation>
    </message>
    <message>
        <source>comic book</source>
        <translation>만화책</translation>
    </message>
    <message>
        <source>computer keyboard</source>
        <translation>컴퓨터 키보드</translation>
    </message>
    <message>
        <source>confectionery</source>
        <translation>과자 가게</translation>
    </message>
    <message>
        <source>convertible</source>
        <translation>컨버터블</translation>
    </message>
    <message>
        <source>coral reef</source>
        <translation>산호초</translation>
    </message>
    <message>
        <source>cougar</source>
        <translation>퓨마</translation>
    </message>
    <message>
        <source>crane</source>
        <translation>기중기</translation>
    </message>
    <message>
        <source>dam</source>
        <translation>댐</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>책상</translation>
    </message>
    <message>
        <source>dining table</source>
        <translation>식탁</translation>
    </message>
    <message>
        <source>dragonfly</source>
        <translation>잠자리</translation>
    </message>
    <message>
        <source>drumstick</source>
        <translation>북채</translation>
    </message>
    <message>
        <source>dugong</source>
        <translation>듀공</translation>
    </message>
    <message>
        <source>dumbbell</source>
        <translation>아령</translation>
    </message>
    <message>
        <source>espresso</source>
        <translation>에스프레소</translation>
    </message>
    <message>
        <source>flagpole</source>
        <translation>깃대</translation>
    </message>
    <message>
        <source>fly</source>
        <translation>파리</translation>
    </message>
    <message>
        <source>fountain</source>
        <translation>분수</translation>
    </message>
    <message>
        <source>freight car</source>
        <translation>화물 열차</translation>
    </message>
    <message>
        <source>frying pan</source>
        <translation>프라이팬</translation>
    </message>
    <message>
        <source>fur coat</source>
        <translation>모피 코트</translation>
    </message>
    <message>
        <source>gasmask</source>
        <translation>방독면</translation>
    </message>
    <message>
        <source>gazelle</source>
        <translation>가젤</translation>
    </message>
    <message>
        <source>go-kart</source>
        <translation>고카트</translation>
    </message>
    <message>
        <source>golden retriever</source>
        <translation>골든리트리버</translation>
    </message>
    <message>
        <source>goldfish</source>
        <translation>금붕어</translation>
    </message>
    <message>
        <source>gondola</source>
        <translation>곤돌라</translation>
    </message>
    <message>
        <source>goose</source>
        <translation>거위</translation>
    </message>
    <message>
        <source>grasshopper</source>
        <translation>메뚜기</translation>
    </message>
    <message>
        <source>guacamole</source>
        <translation>과카몰레</translation>
    </message>
    <message>
        <source>guinea pig</source>
        <translation>기니피그</translation>
    </message>
    <message>
        <source>hog</source>
        <translation>돼지</translation>
    </message>
    <message>
        <source>hourglass</source>
        <translation>모래시계</translation>
    </message>
    <message>
        <source>iPod</source>
        <translation>아이팟</translation>
    </message>
    <message>
        <source>ice cream</source>
        <translation>아이스크림</translation>
    </message>
    <message>
        <source>ice lolly</source>
        <translation>막대 아이스크림</translation>
    </message>
    <message>
        <source>jellyfish</source>
        <translation>해파리</translation>
    </message>
    <message>
        <source>jinrikisha</source>
        <translation>인력거</translation>
    </message>
    <message>
        <source>kimono</source>
        <translation>기모노</translation>
    </message>
    <message>
        <source>king penguin</source>
        <translation>임금펭귄</translation>
    </message>
    <message>
        <source>koala</source>
        <translation>코알라</translation>
    </message>
    <message>
        <source>ladybug</source>
        <translation>무당벌레</translation>
    </message>
    <message>
        <source>lakeside</source>
        <translation>호숫가</translation>
    </message>
    <message>
        <source>lampshade</source>
        <translation>전등갓</translation>
    </message>
    <message>
        <source>lawn mower</source>
        <translation>잔디깎이</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>레몬</translation>
    </message>
    <message>
        <source>lesser panda</source>
        <translation>레서판다</translation>
    </message>
    <message>
        <source>lifeboat</source>
        <translation>구명정</translation>
    </message>
    <message>
        <source>limousine</source>
        <translation>리무진</translation>
    </message>
    <message>
        <source>lion</source>
        <translation>사자</translation>
    </message>
    <message>
        <source>magnetic compass</source>
        <translation>나침반</translation>
    </message>
    <message>
        <source>mantis</source>
        <translation>사마귀</translation>
    </message>
    <message>
        <source>mashed potato</source>
        <translation>으깬 감자</translation>
    </message>
    <message>
        <source>maypole</source>
        <translation>메이폴</translation>
    </message>
    <message>
        <source>meat loaf</source>
        <translation>미트로프</translation>
    </message>
    <message>
        <source>military uniform</source>
        <translation>군복</translation>
    </message>
    <message>
        <source>miniskirt</source>
        <translation>미니스커트</translation>
    </message>
    <message>
        <source>monarch</source>
        <translation>제왕나비</translation>
    </message>
    <message>
        <source>moving van</source>
        <translation>이삿짐 트럭</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>버섯</translation>
    </message>
    <message>
        <source>nail</source>
        <translation>못</translation>
    </message>
    <message>
        <source>neck brace</source>
        <translation>목 보호대</translation>
    </message>
    <message>
        <source>obelisk</source>
        <translation>오벨리스크</translation>
    </message>
    <message>
        <source>oboe</source>
        <translation>오보에</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>오렌지</translation>
    </message>
    <message>
        <source>orangutan</source>
        <translation>오랑우탄</translation>
    </message>
    <message>
        <source>organ</source>
        <translation>파이프 오르간</translation>
    </message>
    <message>
        <source>ox</source>
        <translation>황소</translation>
    </message>
    <message>
        <source>parking meter</source>
        <translation>주차 요금 징수기</translation>
    </message>
    <message>
        <source>pay-phone</source>
        <translation>공중전화</translation>
    </message>
    <message>
        <source>picket fence</source>
        <translation>말뚝 울타리</translation>
    </message>
    <message>
        <source>pill bottle</source>
        <translation>약병</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>피자</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>접시에 담은 요리</translation>
    </message>
    <message>
        <source>plunger</source>
        <translation>변기 뚫는 도구</translation>
    </message>
    <message>
        <source>pole</source>
        <translation>장대</translation>
    </message>
    <message>
        <source>police van</source>
        <translation>경찰 호송차</translation>
    </message>
    <message>
        <source>pomegranate</source>
        <translation>석류</translation>
    </message>
    <message>
        <source>poncho</source>
        <translation>판초</translation>
    </message>
    <message>
        <source>pop bottle</source>
        <translation>탄산음료병</translation>
    </message>
    <message>
        <source>potpie</source>
        <translation>고기 파이</translation>
    </message>
    <message>
        <source>potter&apos;s wheel</source>
        <translation>물레</translation>
    </message>
    <message>
        <source>pretzel</source>
        <translation>프레첼</translation>
    </message>
    <message>
        <source>projectile</source>
        <translation>발사체</translation>
    </message>
    <message>
        <source>punching bag</source>
        <translation>샌드백</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>릴</translation>
    </message>
    <message>
        <source>refrigerator</source>
        <translation>냉장고</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>리모컨</translation>
    </message>
    <message>
        <source>rocking chair</source>
        <translation>흔들의자</translation>
    </message>
    <message>
        <source>rugby ball</source>
        <translation>럭비공</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>샌들</translation>
    </message>
    <message>
        <source>school bus</source>
        <translation>스쿨버스</translation>
    </message>
    <message>
        <source>scoreboard</source>
        <translation>점수판</translation>
    </message>
    <message>
        <source>scorpion</source>
        <translation>전갈</translation>
    </message>
    <message>
        <source>sea cucumber</source>
        <translation>해삼</translation>
    </message>
    <message>
        <source>sea slug</source>
        <translation>갯민숭달팽이</translation>
    </message>
    <message>
        <source>seashore</source>
        <translation>바닷가</translation>
    </message>
    <message>
        <source>sewing machine</source>
        <translation>재봉틀</translation>
    </message>
    <message>
        <source>slug</source>
        <translation>민달팽이</translation>
    </message>
    <message>
        <source>snail</source>
        <translation>달팽이</translation>
    </message>
    <message>
        <source>snorkel</source>
        <translation>스노클</translation>
    </message>
    <message>
        <source>sock</source>
        <translation>양말</translation>
    </message>
    <message>
        <source>sombrero</source>
        <translation>솜브레로</translation>
    </message>
    <message>
        <source>space heater</source>
        <translation>실내 난로</translation>
    </message>
    <message>
        <source>spider web</source>
        <translation>거미줄</translation>
    </message>
    <message>
        <source>spiny lobster</source>
        <translation>닭새우</translation>
    </message>
    <message>
        <source>sports car</source>
        <translation>스포츠카</translation>
    </message>
    <message>
        <source>standard poodle</source>
        <translation>스탠더드 푸들</translation>
    </message>
    <message>
        <source>steel arch bridge</source>
        <translation>강철 아치교</translation>
    </message>
    <message>
        <source>stopwatch</source>
        <translation>스톱워치</translation>
    </message>
    <message>
        <source>sulphur butterfly</source>
        <translation>노랑나비</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>선글라스</translation>
    </message>
    <message>
        <source>suspension bridge</source>
        <translation>현수교</translation>
    </message>
    <message>
        <source>swimming trunks</source>
        <translation>수영 팬츠</translation>
    </message>
    <message>
        <source>syringe</source>
        <translation>주사기</translation>
    </message>
    <message>
        <source>tabby</source>
        <translation>얼룩고양이</translation>
    </message>
    <message>
        <source>tailed frog</source>
        <translation>꼬리개구리</translation>
    </message>
    <message>
        <source>tarantula</source>
        <translation>타란툴라</translation>
    </message>
    <message>
        <source>teapot</source>
        <translation>찻주전자</translation>
    </message>
    <message>
        <source>teddy</source>
        <translation>곰 인형</translation>
    </message>
    <message>
        <source>thatch</source>
        <translation>초가지붕</translation>
    </message>
    <message>
        <source>torch</source>
        <translation>횃불</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>트랙터</translation>
    </message>
    <message>
        <source>trilobite</source>
        <translation>삼엽충</translation>
    </message>
    <message>
        <source>triumphal arch</source>
        <translation>개선문</translation>
    </message>
    <message>
        <source>trolleybus</source>
        <translation>트롤리버스</translation>
    </message>
    <message>
        <source>turnstile</source>
        <translation>회전식 개찰구</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>우산</translation>
    </message>
    <message>
        <source>vestment</source>
        <translation>사제복</translation>
    </message>
    <message>
        <source>viaduct</source>
        <translation>고가교</translation>
    </message>
    <message>
        <source>volleyball</source>
        <translation>배구공</translation>
    </message>
    <message>
        <source>walking stick</source>
        <translation>대벌레</translation>
    </message>
    <message>
        <source>water jug</source>
        <translation>물 주전자</translation>
    </message>
    <message>
        <source>water tower</source>
        <translation>급수탑</translation>
    </message>
    <message>
        <source>wok</source>
        <translation>중국식 프라이팬</translation>
    </message>
    <message>
        <source>wooden spoon</source>
        <translation>나무 숟가락</translation>
    </message>
</context>
</TS>
