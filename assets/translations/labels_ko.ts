<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>labels</name>
    <message>
        <source>Afghan hound</source>
        <translation>아프간하운드</translation>
    </message>
    <message>
        <source>African chameleon</source>
        <translation>아프리카카멜레온</translation>
    </message>
    <message>
        <source>African crocodile</source>
        <translation>나일악어</translation>
    </message>
    <message>
        <source>African elephant</source>
        <translation>아프리카코끼리</translation>
    </message>
    <message>
        <source>African grey</source>
        <translation>회색앵무</translation>
    </message>
    <message>
        <source>African grey parrot</source>
        <translation>회색앵무</translation>
    </message>
    <message>
        <source>African hunting dog</source>
        <translation>아프리카들개</translation>
    </message>
    <message>
        <source>African wild dog</source>
        <translation>아프리카들개</translation>
    </message>
    <message>
        <source>Airedale</source>
        <translation>에어데일테리어</translation>
    </message>
    <message>
        <source>Alaskan malamute</source>
        <translation>알래스칸 맬러뮤트</translation>
    </message>
    <message>
        <source>American Staffordshire terrier</source>
        <translation>아메리칸 스태퍼드셔 테리어</translation>
    </message>
    <message>
        <source>American alligator</source>
        <translation>미시시피악어</translation>
    </message>
    <message>
        <source>American black bear</source>
        <translation>아메리카흑곰</translation>
    </message>
    <message>
        <source>American chameleon</source>
        <translation>아놀도마뱀</translation>
    </message>
    <message>
        <source>American coot</source>
        <translation>아메리카물닭</translation>
    </message>
    <message>
        <source>American egret</source>
        <translation>대백로</translation>
    </message>
    <message>
        <source>American lobster</source>
        <translation>미국바닷가재</translation>
    </message>
    <message>
        <source>American robin</source>
        <translation>미국지빠귀</translation>
    </message>
    <message>
        <source>Angora</source>
        <translation>앙고라토끼</translation>
    </message>
    <message>
        <source>Angora rabbit</source>
        <translation>앙고라토끼</translation>
    </message>
    <message>
        <source>Appenzeller</source>
        <translation>아펜첼러</translation>
    </message>
    <message>
        <source>Arabian camel</source>
        <translation>단봉낙타</translation>
    </message>
    <message>
        <source>Arctic fox</source>
        <translation>북극여우</translation>
    </message>
    <message>
        <source>Australian terrier</source>
        <translation>오스트레일리안 테리어</translation>
    </message>
    <message>
        <source>Band Aid</source>
        <translation>반창고</translation>
    </message>
    <message>
        <source>Bedlington terrier</source>
        <translation>베들링턴 테리어</translation>
    </message>
    <message>
        <source>Bernese mountain dog</source>
        <translation>버니즈 마운틴 도그</translation>
    </message>
    <message>
        <source>Blenheim spaniel</source>
        <translation>킹 찰스 스패니얼</translation>
    </message>
    <message>
        <source>Border collie</source>
        <translation>보더콜리</translation>
    </message>
    <message>
        <source>Border terrier</source>
        <translation>보더 테리어</translation>
    </message>
    <message>
        <source>Boston bull</source>
        <translation>보스턴테리어</translation>
    </message>
    <message>
        <source>Boston terrier</source>
        <translation>보스턴테리어</translation>
    </message>
    <message>
        <source>Bouvier des Flandres</source>
        <translation>부비에 데 플랑드르</translation>
    </message>
    <message>
        <source>Brabancon griffon</source>
        <translation>브뤼셀 그리펀</translation>
    </message>
    <message>
        <source>Brittany spaniel</source>
        <translation>브리트니 스패니얼</translation>
    </message>
    <message>
        <source>Brussels griffon</source>
        <translation>브뤼셀 그리펀</translation>
    </message>
    <message>
        <source>CD player</source>
        <translation>CD 플레이어</translation>
    </message>
    <message>
        <source>CRT screen</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Cardigan</source>
        <translation>카디건 웰시 코기</translation>
    </message>
    <message>
        <source>Cardigan Welsh corgi</source>
        <translation>카디건 웰시 코기</translation>
    </message>
    <message>
        <source>Chesapeake Bay retriever</source>
        <translation>체서피크 베이 리트리버</translation>
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
        <source>Crock Pot</source>
        <translation>전기 찜솥</translation>
    </message>
    <message>
        <source>Dandie Dinmont</source>
        <translation>댄디 딘몬트 테리어</translation>
    </message>
    <message>
        <source>Dandie Dinmont terrier</source>
        <translation>댄디 딘몬트 테리어</translation>
    </message>
    <message>
        <source>Doberman</source>
        <translation>도베르만</translation>
    </message>
    <message>
        <source>Dungeness crab</source>
        <translation>대짜은행게</translation>
    </message>
    <message>
        <source>Dutch oven</source>
        <translation>무쇠솥</translation>
    </message>
    <message>
        <source>Egyptian cat</source>
        <translation>이집트고양이</translation>
    </message>
    <message>
        <source>English foxhound</source>
        <translation>잉글리시 폭스하운드</translation>
    </message>
    <message>
        <source>English setter</source>
        <translation>잉글리시 세터</translation>
    </message>
    <message>
        <source>English springer</source>
        <translation>잉글리시 스프링어 스패니얼</translation>
    </message>
    <message>
        <source>English springer spaniel</source>
        <translation>잉글리시 스프링어 스패니얼</translation>
    </message>
    <message>
        <source>EntleBucher</source>
        <translation>엔틀부허</translation>
    </message>
    <message>
        <source>Entlebucher</source>
        <translation>엔틀부허</translation>
    </message>
    <message>
        <source>Eskimo dog</source>
        <translation>허스키</translation>
    </message>
    <message>
        <source>European fire salamander</source>
        <translation>유럽불도롱뇽</translation>
    </message>
    <message>
        <source>European gallinule</source>
        <translation>자주쇠물닭</translation>
    </message>
    <message>
        <source>Ford Model T</source>
        <translation>포드 모델 T</translation>
    </message>
    <message>
        <source>French bulldog</source>
        <translation>프렌치 불도그</translation>
    </message>
    <message>
        <source>French horn</source>
        <translation>호른</translation>
    </message>
    <message>
        <source>French loaf</source>
        <translation>바게트</translation>
    </message>
    <message>
        <source>German shepherd</source>
        <translation>독일셰퍼드</translation>
    </message>
    <message>
        <source>German short-haired pointer</source>
        <translation>저먼 쇼트헤어드 포인터</translation>
    </message>
    <message>
        <source>Gila monster</source>
        <translation>힐라몬스터</translation>
    </message>
    <message>
        <source>Gordon setter</source>
        <translation>고든 세터</translation>
    </message>
    <message>
        <source>Granny Smith</source>
        <translation>그래니 스미스 사과</translation>
    </message>
    <message>
        <source>Granny Smith apple</source>
        <translation>그래니 스미스 사과</translation>
    </message>
    <message>
        <source>Great Dane</source>
        <translation>그레이트데인</translation>
    </message>
    <message>
        <source>Great Pyrenees</source>
        <translation>그레이트 피레니즈</translation>
    </message>
    <message>
        <source>Greater Swiss Mountain dog</source>
        <translation>그레이터 스위스 마운틴 도그</translation>
    </message>
    <message>
        <source>Ibizan hound</source>
        <translation>이비사 하운드</translation>
    </message>
    <message>
        <source>Indian cobra</source>
        <translation>인도코브라</translation>
    </message>
    <message>
        <source>Indian elephant</source>
        <translation>인도코끼리</translation>
    </message>
    <message>
        <source>Irish setter</source>
        <translation>아이리시 세터</translation>
    </message>
    <message>
        <source>Irish terrier</source>
        <translation>아이리시 테리어</translation>
    </message>
    <message>
        <source>Irish water spaniel</source>
        <translation>아이리시 워터 스패니얼</translation>
    </message>
    <message>
        <source>Irish wolfhound</source>
        <translation>아이리시 울프하운드</translation>
    </message>
    <message>
        <source>Italian greyhound</source>
        <translation>이탈리안 그레이하운드</translation>
    </message>
    <message>
        <source>Japanese spaniel</source>
        <translation>재패니즈 친</translation>
    </message>
    <message>
        <source>Kerry blue terrier</source>
        <translation>케리 블루 테리어</translation>
    </message>
    <message>
        <source>King Charles spaniel</source>
        <translation>킹 찰스 스패니얼</translation>
    </message>
    <message>
        <source>Komodo dragon</source>
        <translation>코모도왕도마뱀</translation>
    </message>
    <message>
        <source>Labrador retriever</source>
        <translation>래브라도리트리버</translation>
    </message>
    <message>
        <source>Lakeland terrier</source>
        <translation>레이클랜드 테리어</translation>
    </message>
    <message>
        <source>Leonberg</source>
        <translation>레온베르거</translation>
    </message>
    <message>
        <source>Leonberger</source>
        <translation>레온베르거</translation>
    </message>
    <message>
        <source>Lhasa</source>
        <translation>라사압소</translation>
    </message>
    <message>
        <source>Lhasa apso</source>
        <translation>라사압소</translation>
    </message>
    <message>
        <source>Loafer</source>
        <translation>로퍼</translation>
    </message>
    <message>
        <source>Madagascar cat</source>
        <translation>알락꼬리여우원숭이</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>몰티즈</translation>
    </message>
    <message>
        <source>Maltese dog</source>
        <translation>몰티즈</translation>
    </message>
    <message>
        <source>Mexican hairless</source>
        <translation>멕시코털없는개</translation>
    </message>
    <message>
        <source>Mexican hairless dog</source>
        <translation>멕시코털없는개</translation>
    </message>
    <message>
        <source>Model T</source>
        <translation>포드 모델 T</translation>
    </message>
    <message>
        <source>Newfoundland</source>
        <translation>뉴펀들랜드</translation>
    </message>
    <message>
        <source>Newfoundland dog</source>
        <translation>뉴펀들랜드</translation>
    </message>
    <message>
        <source>Norfolk terrier</source>
        <translation>노퍽 테리어</translation>
    </message>
    <message>
        <source>Norwegian elkhound</source>
        <translation>노르웨이 엘크하운드</translation>
    </message>
    <message>
        <source>Norwich terrier</source>
        <translation>노리치 테리어</translation>
    </message>
    <message>
        <source>Old English sheepdog</source>
        <translation>올드 잉글리시 시프도그</translation>
    </message>
    <message>
        <source>Pekinese</source>
        <translation>페키니즈</translation>
    </message>
    <message>
        <source>Pekingese</source>
        <translation>페키니즈</translation>
    </message>
    <message>
        <source>Pembroke</source>
        <translation>펨브룩 웰시 코기</translation>
    </message>
    <message>
        <source>Pembroke Welsh corgi</source>
        <translation>펨브룩 웰시 코기</translation>
    </message>
    <message>
        <source>Persian cat</source>
        <translation>페르시아고양이</translation>
    </message>
    <message>
        <source>Petri dish</source>
        <translation>페트리 접시</translation>
    </message>
    <message>
        <source>Polaroid camera</source>
        <translation>폴라로이드 카메라</translation>
    </message>
    <message>
        <source>Pomeranian</source>
        <translation>포메라니안</translation>
    </message>
    <message>
        <source>Rhodesian ridgeback</source>
        <translation>로디지아 리지백</translation>
    </message>
    <message>
        <source>Rottweiler</source>
        <translation>로트바일러</translation>
    </message>
    <message>
        <source>Saint Bernard</source>
        <translation>세인트버나드</translation>
    </message>
    <message>
        <source>Saluki</source>
        <translation>살루키</translation>
    </message>
    <message>
        <source>Samoyed</source>
        <translation>사모예드</translation>
    </message>
    <message>
        <source>Scotch terrier</source>
        <translation>스코티시 테리어</translation>
    </message>
    <message>
        <source>Scottish deerhound</source>
        <translation>스코티시 디어하운드</translation>
    </message>
    <message>
        <source>Scottish terrier</source>
        <translation>스코티시 테리어</translation>
    </message>
    <message>
        <source>Sealyham terrier</source>
        <translation>실리엄 테리어</translation>
    </message>
    <message>
        <source>Shetland sheepdog</source>
        <translation>셰틀랜드 시프도그</translation>
    </message>
    <message>
        <source>Shih-Tzu</source>
        <translation>시추</translation>
    </message>
    <message>
        <source>Siamese cat</source>
        <translation>샴고양이</translation>
    </message>
    <message>
        <source>Siberian husky</source>
        <translation>시베리안 허스키</translation>
    </message>
    <message>
        <source>Staffordshire bull terrier</source>
        <translation>스태퍼드셔 불테리어</translation>
    </message>
    <message>
        <source>Staffordshire bullterrier</source>
        <translation>스태퍼드셔 불테리어</translation>
    </message>
    <message>
        <source>Sussex spaniel</source>
        <translation>서식스 스패니얼</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>티셔츠</translation>
    </message>
    <message>
        <source>Tibetan mastiff</source>
        <translation>티베탄 마스티프</translation>
    </message>
    <message>
        <source>Tibetan terrier</source>
        <translation>티베탄 테리어</translation>
    </message>
    <message>
        <source>Walker hound</source>
        <translation>워커 하운드</translation>
    </message>
    <message>
        <source>Weimaraner</source>
        <translation>바이마라너</translation>
    </message>
    <message>
        <source>Welsh springer spaniel</source>
        <translation>웰시 스프링어 스패니얼</translation>
    </message>
    <message>
        <source>West Highland white terrier</source>
        <translation>웨스트 하이랜드 화이트 테리어</translation>
    </message>
    <message>
        <source>Windsor tie</source>
        <translation>윈저 타이</translation>
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
        <source>abaya</source>
        <translation>아바야</translation>
    </message>
    <message>
        <source>academic gown</source>
        <translation>학위복</translation>
    </message>
    <message>
        <source>accordion</source>
        <translation>아코디언</translation>
    </message>
    <message>
        <source>acorn</source>
        <translation>도토리</translation>
    </message>
    <message>
        <source>acorn squash</source>
        <translation>도토리호박</translation>
    </message>
    <message>
        <source>acoustic guitar</source>
        <translation>통기타</translation>
    </message>
    <message>
        <source>admiral</source>
        <translation>붉은제독나비</translation>
    </message>
    <message>
        <source>admiral butterfly</source>
        <translation>붉은제독나비</translation>
    </message>
    <message>
        <source>affenpinscher</source>
        <translation>아펜핀셔</translation>
    </message>
    <message>
        <source>agama</source>
        <translation>아가마도마뱀</translation>
    </message>
    <message>
        <source>agaric</source>
        <translation>주름버섯</translation>
    </message>
    <message>
        <source>aircraft</source>
        <translation>항공기</translation>
    </message>
    <message>
        <source>aircraft carrier</source>
        <translation>항공모함</translation>
    </message>
    <message>
        <source>airliner</source>
        <translation>여객기</translation>
    </message>
    <message>
        <source>airplane wing</source>
        <translation>비행기 날개</translation>
    </message>
    <message>
        <source>airship</source>
        <translation>비행선</translation>
    </message>
    <message>
        <source>albatross</source>
        <translation>앨버트로스</translation>
    </message>
    <message>
        <source>alligator lizard</source>
        <translation>앨리게이터도마뱀</translation>
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
        <source>ambulance</source>
        <translation>구급차</translation>
    </message>
    <message>
        <source>amphibian</source>
        <translation>수륙 양용차</translation>
    </message>
    <message>
        <source>amphibious vehicle</source>
        <translation>수륙 양용차</translation>
    </message>
    <message>
        <source>analog clock</source>
        <translation>아날로그시계</translation>
    </message>
    <message>
        <source>anemone fish</source>
        <translation>흰동가리</translation>
    </message>
    <message>
        <source>anemonefish</source>
        <translation>흰동가리</translation>
    </message>
    <message>
        <source>anole</source>
        <translation>아놀도마뱀</translation>
    </message>
    <message>
        <source>ant</source>
        <translation>개미</translation>
    </message>
    <message>
        <source>apiary</source>
        <translation>양봉장</translation>
    </message>
    <message>
        <source>apron</source>
        <translation>앞치마</translation>
    </message>
    <message>
        <source>armadillo</source>
        <translation>아르마딜로</translation>
    </message>
    <message>
        <source>army tank</source>
        <translation>전차</translation>
    </message>
    <message>
        <source>artichoke</source>
        <translation>아티초크</translation>
    </message>
    <message>
        <source>ashcan</source>
        <translation>쓰레기통</translation>
    </message>
    <message>
        <source>assault rifle</source>
        <translation>돌격 소총</translation>
    </message>
    <message>
        <source>axolotl</source>
        <translation>아홀로틀</translation>
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
        <source>badger</source>
        <translation>오소리</translation>
    </message>
    <message>
        <source>bag or accessory</source>
        <translation>가방·장신구</translation>
    </message>
    <message>
        <source>bagel</source>
        <translation>베이글</translation>
    </message>
    <message>
        <source>bakery</source>
        <translation>빵집</translation>
    </message>
    <message>
        <source>balance beam</source>
        <translation>평균대</translation>
    </message>
    <message>
        <source>bald eagle</source>
        <translation>흰머리수리</translation>
    </message>
    <message>
        <source>balloon</source>
        <translation>기구</translation>
    </message>
    <message>
        <source>ballplayer</source>
        <translation>야구 선수</translation>
    </message>
    <message>
        <source>ballpoint</source>
        <translation>볼펜</translation>
    </message>
    <message>
        <source>ballpoint pen</source>
        <translation>볼펜</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>바나나</translation>
    </message>
    <message>
        <source>banded gecko</source>
        <translation>줄무늬도마뱀붙이</translation>
    </message>
    <message>
        <source>banjo</source>
        <translation>밴조</translation>
    </message>
    <message>
        <source>bannister</source>
        <translation>난간</translation>
    </message>
    <message>
        <source>barbell</source>
        <translation>역기</translation>
    </message>
    <message>
        <source>barber chair</source>
        <translation>이발소 의자</translation>
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
        <source>barn spider</source>
        <translation>헛간거미</translation>
    </message>
    <message>
        <source>barometer</source>
        <translation>기압계</translation>
    </message>
    <message>
        <source>barracouta</source>
        <translation>배러쿠타</translation>
    </message>
    <message>
        <source>barrel</source>
        <translation>나무통</translation>
    </message>
    <message>
        <source>barrow</source>
        <translation>손수레</translation>
    </message>
    <message>
        <source>baseball</source>
        <translation>야구공</translation>
    </message>
    <message>
        <source>baseball player</source>
        <translation>야구 선수</translation>
    </message>
    <message>
        <source>basenji</source>
        <translation>바센지</translation>
    </message>
    <message>
        <source>basketball</source>
        <translation>농구공</translation>
    </message>
    <message>
        <source>basset</source>
        <translation>바셋하운드</translation>
    </message>
    <message>
        <source>basset hound</source>
        <translation>바셋하운드</translation>
    </message>
    <message>
        <source>bassinet</source>
        <translation>아기 바구니</translation>
    </message>
    <message>
        <source>bassoon</source>
        <translation>바순</translation>
    </message>
    <message>
        <source>bath towel</source>
        <translation>목욕 수건</translation>
    </message>
    <message>
        <source>bathing cap</source>
        <translation>수영모</translation>
    </message>
    <message>
        <source>bathroom or cleaning item</source>
        <translation>욕실·청소 용품</translation>
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
        <source>beagle</source>
        <translation>비글</translation>
    </message>
    <message>
        <source>beaker</source>
        <translation>비커</translation>
    </message>
    <message>
        <source>bear</source>
        <translation>곰</translation>
    </message>
    <message>
        <source>bearskin</source>
        <translation>곰털 모자</translation>
    </message>
    <message>
        <source>bearskin hat</source>
        <translation>곰털 모자</translation>
    </message>
    <message>
        <source>beaver</source>
        <translation>비버</translation>
    </message>
    <message>
        <source>bee</source>
        <translation>벌</translation>
    </message>
    <message>
        <source>bee eater</source>
        <translation>벌잡이새</translation>
    </message>
    <message>
        <source>beer bottle</source>
        <translation>맥주병</translation>
    </message>
    <message>
        <source>beer glass</source>
        <translation>맥주잔</translation>
    </message>
    <message>
        <source>bell cote</source>
        <translation>작은 종탑</translation>
    </message>
    <message>
        <source>bell pepper</source>
        <translation>피망</translation>
    </message>
    <message>
        <source>bib</source>
        <translation>턱받이</translation>
    </message>
    <message>
        <source>bicycle or motorcycle</source>
        <translation>자전거·오토바이</translation>
    </message>
    <message>
        <source>bicycle-built-for-two</source>
        <translation>2인용 자전거</translation>
    </message>
    <message>
        <source>big cat</source>
        <translation>큰 고양잇과 동물</translation>
    </message>
    <message>
        <source>bighorn</source>
        <translation>큰뿔양</translation>
    </message>
    <message>
        <source>bighorn sheep</source>
        <translation>큰뿔양</translation>
    </message>
    <message>
        <source>bikini</source>
        <translation>비키니</translation>
    </message>
    <message>
        <source>binder</source>
        <translation>바인더</translation>
    </message>
    <message>
        <source>binoculars</source>
        <translation>쌍안경</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>새</translation>
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
        <source>bittern</source>
        <translation>알락해오라기</translation>
    </message>
    <message>
        <source>black and gold garden spider</source>
        <translation>노랑검정호랑거미</translation>
    </message>
    <message>
        <source>black grouse</source>
        <translation>멧닭</translation>
    </message>
    <message>
        <source>black stork</source>
        <translation>먹황새</translation>
    </message>
    <message>
        <source>black swan</source>
        <translation>흑고니</translation>
    </message>
    <message>
        <source>black widow</source>
        <translation>검은과부거미</translation>
    </message>
    <message>
        <source>black widow spider</source>
        <translation>검은과부거미</translation>
    </message>
    <message>
        <source>black-and-tan coonhound</source>
        <translation>블랙 앤드 탄 쿤하운드</translation>
    </message>
    <message>
        <source>black-footed ferret</source>
        <translation>검은발족제비</translation>
    </message>
    <message>
        <source>bloodhound</source>
        <translation>블러드하운드</translation>
    </message>
    <message>
        <source>bluetick</source>
        <translation>블루틱 쿤하운드</translation>
    </message>
    <message>
        <source>bluetick coonhound</source>
        <translation>블루틱 쿤하운드</translation>
    </message>
    <message>
        <source>boa constrictor</source>
        <translation>보아뱀</translation>
    </message>
    <message>
        <source>boat or ship</source>
        <translation>배</translation>
    </message>
    <message>
        <source>boathouse</source>
        <translation>보트 창고</translation>
    </message>
    <message>
        <source>bobsled</source>
        <translation>봅슬레이</translation>
    </message>
    <message>
        <source>bolete</source>
        <translation>그물버섯</translation>
    </message>
    <message>
        <source>bolo tie</source>
        <translation>볼로 타이</translation>
    </message>
    <message>
        <source>bonnet</source>
        <translation>보닛 모자</translation>
    </message>
    <message>
        <source>book jacket</source>
        <translation>책 커버</translation>
    </message>
    <message>
        <source>book or stationery</source>
        <translation>책·문구</translation>
    </message>
    <message>
        <source>bookcase</source>
        <translation>책장</translation>
    </message>
    <message>
        <source>bookshop</source>
        <translation>서점</translation>
    </message>
    <message>
        <source>borzoi</source>
        <translation>보르조이</translation>
    </message>
    <message>
        <source>bottle cap</source>
        <translation>병뚜껑</translation>
    </message>
    <message>
        <source>bottlecap</source>
        <translation>병뚜껑</translation>
    </message>
    <message>
        <source>bow</source>
        <translation>활</translation>
    </message>
    <message>
        <source>bow (weapon)</source>
        <translation>활</translation>
    </message>
    <message>
        <source>bow tie</source>
        <translation>나비넥타이</translation>
    </message>
    <message>
        <source>box turtle</source>
        <translation>상자거북</translation>
    </message>
    <message>
        <source>boxer</source>
        <translation>복서</translation>
    </message>
    <message>
        <source>boxer (dog)</source>
        <translation>복서</translation>
    </message>
    <message>
        <source>bra</source>
        <translation>브래지어</translation>
    </message>
    <message>
        <source>brain coral</source>
        <translation>뇌산호</translation>
    </message>
    <message>
        <source>brambling</source>
        <translation>되새</translation>
    </message>
    <message>
        <source>brass</source>
        <translation>황동 명판</translation>
    </message>
    <message>
        <source>brass plaque</source>
        <translation>황동 명판</translation>
    </message>
    <message>
        <source>brassiere</source>
        <translation>브래지어</translation>
    </message>
    <message>
        <source>breakwater</source>
        <translation>방파제</translation>
    </message>
    <message>
        <source>breastplate</source>
        <translation>흉갑</translation>
    </message>
    <message>
        <source>briard</source>
        <translation>브리아르</translation>
    </message>
    <message>
        <source>bridegroom</source>
        <translation>신랑</translation>
    </message>
    <message>
        <source>bridge, fence or wall</source>
        <translation>다리·울타리·담</translation>
    </message>
    <message>
        <source>broccoli</source>
        <translation>브로콜리</translation>
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
        <source>bubble</source>
        <translation>거품</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>양동이</translation>
    </message>
    <message>
        <source>buckeye</source>
        <translation>칠엽수 열매</translation>
    </message>
    <message>
        <source>buckeye (horse chestnut)</source>
        <translation>칠엽수 열매</translation>
    </message>
    <message>
        <source>buckle</source>
        <translation>버클</translation>
    </message>
    <message>
        <source>building or monument</source>
        <translation>건물·기념물</translation>
    </message>
    <message>
        <source>bulbul</source>
        <translation>직박구리</translation>
    </message>
    <message>
        <source>bull mastiff</source>
        <translation>불마스티프</translation>
    </message>
    <message>
        <source>bullet train</source>
        <translation>고속 열차</translation>
    </message>
    <message>
        <source>bulletproof vest</source>
        <translation>방탄조끼</translation>
    </message>
    <message>
        <source>bullfrog</source>
        <translation>황소개구리</translation>
    </message>
    <message>
        <source>burrito</source>
        <translation>부리토</translation>
    </message>
    <message>
        <source>bustard</source>
        <translation>느시</translation>
    </message>
    <message>
        <source>butcher shop</source>
        <translation>정육점</translation>
    </message>
    <message>
        <source>butternut squash</source>
        <translation>땅콩호박</translation>
    </message>
    <message>
        <source>cab</source>
        <translation>택시</translation>
    </message>
    <message>
        <source>cabbage</source>
        <translation>양배추</translation>
    </message>
    <message>
        <source>cabbage butterfly</source>
        <translation>배추흰나비</translation>
    </message>
    <message>
        <source>cairn</source>
        <translation>케언 테리어</translation>
    </message>
    <message>
        <source>cairn terrier</source>
        <translation>케언 테리어</translation>
    </message>
    <message>
        <source>caldron</source>
        <translation>가마솥</translation>
    </message>
    <message>
        <source>camera, TV or audio device</source>
        <translation>카메라·영상·음향 기기</translation>
    </message>
    <message>
        <source>can opener</source>
        <translation>깡통 따개</translation>
    </message>
    <message>
        <source>candle</source>
        <translation>양초</translation>
    </message>
    <message>
        <source>candy store</source>
        <translation>과자 가게</translation>
    </message>
    <message>
        <source>cannon</source>
        <translation>대포</translation>
    </message>
    <message>
        <source>canoe</source>
        <translation>카누</translation>
    </message>
    <message>
        <source>capuchin</source>
        <translation>꼬리감는원숭이</translation>
    </message>
    <message>
        <source>capuchin monkey</source>
        <translation>꼬리감는원숭이</translation>
    </message>
    <message>
        <source>car</source>
        <translation>자동차</translation>
    </message>
    <message>
        <source>car grille</source>
        <translation>라디에이터 그릴</translation>
    </message>
    <message>
        <source>car mirror</source>
        <translation>자동차 거울</translation>
    </message>
    <message>
        <source>car wheel</source>
        <translation>자동차 바퀴</translation>
    </message>
    <message>
        <source>carbonara</source>
        <translation>카르보나라</translation>
    </message>
    <message>
        <source>cardigan</source>
        <translation>카디건</translation>
    </message>
    <message>
        <source>cardoon</source>
        <translation>카르둔</translation>
    </message>
    <message>
        <source>carousel</source>
        <translation>회전목마</translation>
    </message>
    <message>
        <source>carpenter&apos;s kit</source>
        <translation>공구 상자</translation>
    </message>
    <message>
        <source>carpenter&apos;s plane</source>
        <translation>대패</translation>
    </message>
    <message>
        <source>cart or sled</source>
        <translation>수레·썰매</translation>
    </message>
    <message>
        <source>carton</source>
        <translation>종이 상자</translation>
    </message>
    <message>
        <source>cash machine</source>
        <translation>현금 자동 입출금기</translation>
    </message>
    <message>
        <source>cassette</source>
        <translation>카세트테이프</translation>
    </message>
    <message>
        <source>cassette player</source>
        <translation>카세트 플레이어</translation>
    </message>
    <message>
        <source>cassette tape</source>
        <translation>카세트테이프</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>성</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>고양이</translation>
    </message>
    <message>
        <source>catamaran</source>
        <translation>쌍동선</translation>
    </message>
    <message>
        <source>cauldron</source>
        <translation>가마솥</translation>
    </message>
    <message>
        <source>cauliflower</source>
        <translation>콜리플라워</translation>
    </message>
    <message>
        <source>cello</source>
        <translation>첼로</translation>
    </message>
    <message>
        <source>cellular telephone</source>
        <translation>휴대 전화</translation>
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
        <source>chain mail</source>
        <translation>사슬 갑옷</translation>
    </message>
    <message>
        <source>chain saw</source>
        <translation>전기톱</translation>
    </message>
    <message>
        <source>chain-link fence</source>
        <translation>철망 울타리</translation>
    </message>
    <message>
        <source>chainlink fence</source>
        <translation>철망 울타리</translation>
    </message>
    <message>
        <source>chambered nautilus</source>
        <translation>앵무조개</translation>
    </message>
    <message>
        <source>cheeseburger</source>
        <translation>치즈버거</translation>
    </message>
    <message>
        <source>cheetah</source>
        <translation>치타</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>궤</translation>
    </message>
    <message>
        <source>chest (box)</source>
        <translation>궤</translation>
    </message>
    <message>
        <source>chest of drawers</source>
        <translation>서랍장</translation>
    </message>
    <message>
        <source>chickadee</source>
        <translation>미국박새</translation>
    </message>
    <message>
        <source>chiffonier</source>
        <translation>서랍장</translation>
    </message>
    <message>
        <source>chime</source>
        <translation>차임벨</translation>
    </message>
    <message>
        <source>chimpanzee</source>
        <translation>침팬지</translation>
    </message>
    <message>
        <source>china cabinet</source>
        <translation>장식장</translation>
    </message>
    <message>
        <source>chiton</source>
        <translation>군부</translation>
    </message>
    <message>
        <source>chocolate sauce</source>
        <translation>초콜릿 소스</translation>
    </message>
    <message>
        <source>chow</source>
        <translation>차우차우</translation>
    </message>
    <message>
        <source>chow chow</source>
        <translation>차우차우</translation>
    </message>
    <message>
        <source>church</source>
        <translation>교회</translation>
    </message>
    <message>
        <source>cicada</source>
        <translation>매미</translation>
    </message>
    <message>
        <source>cinema</source>
        <translation>영화관</translation>
    </message>
    <message>
        <source>cleaver</source>
        <translation>큰 식칼</translation>
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
        <source>cloak</source>
        <translation>망토</translation>
    </message>
    <message>
        <source>clock or watch</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>clog</source>
        <translation>나막신</translation>
    </message>
    <message>
        <source>clothes iron</source>
        <translation>다리미</translation>
    </message>
    <message>
        <source>clothing</source>
        <translation>옷</translation>
    </message>
    <message>
        <source>clumber</source>
        <translation>클럼버 스패니얼</translation>
    </message>
    <message>
        <source>clumber spaniel</source>
        <translation>클럼버 스패니얼</translation>
    </message>
    <message>
        <source>cock</source>
        <translation>수탉</translation>
    </message>
    <message>
        <source>cocker spaniel</source>
        <translation>코커스패니얼</translation>
    </message>
    <message>
        <source>cockroach</source>
        <translation>바퀴벌레</translation>
    </message>
    <message>
        <source>cocktail shaker</source>
        <translation>칵테일 셰이커</translation>
    </message>
    <message>
        <source>coffee mug</source>
        <translation>머그잔</translation>
    </message>
    <message>
        <source>coffeepot</source>
        <translation>커피포트</translation>
    </message>
    <message>
        <source>coho</source>
        <translation>은연어</translation>
    </message>
    <message>
        <source>coho salmon</source>
        <translation>은연어</translation>
    </message>
    <message>
        <source>coil</source>
        <translation>코일</translation>
    </message>
    <message>
        <source>collie</source>
        <translation>콜리</translation>
    </message>
    <message>
        <source>colobus</source>
        <translation>콜로부스원숭이</translation>
    </message>
    <message>
        <source>colobus monkey</source>
        <translation>콜로부스원숭이</translation>
    </message>
    <message>
        <source>combination lock</source>
        <translation>번호 자물쇠</translation>
    </message>
    <message>
        <source>comic book</source>
        <translation>만화책</translation>
    </message>
    <message>
        <source>common iguana</source>
        <translation>이구아나</translation>
    </message>
    <message>
        <source>common newt</source>
        <translation>유럽영원</translation>
    </message>
    <message>
        <source>computer keyboard</source>
        <translation>컴퓨터 키보드</translation>
    </message>
    <message>
        <source>computer monitor</source>
        <translation>모니터</translation>
    </message>
    <message>
        <source>computer mouse</source>
        <translation>컴퓨터 마우스</translation>
    </message>
    <message>
        <source>computer or phone</source>
        <translation>컴퓨터·전화기</translation>
    </message>
    <message>
        <source>conch</source>
        <translation>소라고둥</translation>
    </message>
    <message>
        <source>confectionery</source>
        <translation>과자 가게</translation>
    </message>
    <message>
        <source>consomme</source>
        <translation>콩소메</translation>
    </message>
    <message>
        <source>container</source>
        <translation>용기</translation>
    </message>
    <message>
        <source>container ship</source>
        <translation>컨테이너선</translation>
    </message>
    <message>
        <source>convertible</source>
        <translation>컨버터블</translation>
    </message>
    <message>
        <source>coral fungus</source>
        <translation>싸리버섯</translation>
    </message>
    <message>
        <source>coral reef</source>
        <translation>산호초</translation>
    </message>
    <message>
        <source>corkscrew</source>
        <translation>코르크 따개</translation>
    </message>
    <message>
        <source>corn</source>
        <translation>옥수수</translation>
    </message>
    <message>
        <source>cornet</source>
        <translation>코넷</translation>
    </message>
    <message>
        <source>cottontail rabbit</source>
        <translation>솜꼬리토끼</translation>
    </message>
    <message>
        <source>coucal</source>
        <translation>쿠칼</translation>
    </message>
    <message>
        <source>cougar</source>
        <translation>퓨마</translation>
    </message>
    <message>
        <source>cowboy boot</source>
        <translation>카우보이 부츠</translation>
    </message>
    <message>
        <source>cowboy hat</source>
        <translation>카우보이모자</translation>
    </message>
    <message>
        <source>coyote</source>
        <translation>코요테</translation>
    </message>
    <message>
        <source>cradle</source>
        <translation>요람</translation>
    </message>
    <message>
        <source>crane</source>
        <translation>기중기</translation>
    </message>
    <message>
        <source>crane (bird)</source>
        <translation>두루미</translation>
    </message>
    <message>
        <source>crane (machine)</source>
        <translation>기중기</translation>
    </message>
    <message>
        <source>crane bird</source>
        <translation>두루미</translation>
    </message>
    <message>
        <source>crash helmet</source>
        <translation>안전모</translation>
    </message>
    <message>
        <source>crate</source>
        <translation>나무 상자</translation>
    </message>
    <message>
        <source>crayfish</source>
        <translation>가재</translation>
    </message>
    <message>
        <source>crib</source>
        <translation>아기 침대</translation>
    </message>
    <message>
        <source>cricket</source>
        <translation>귀뚜라미</translation>
    </message>
    <message>
        <source>croquet ball</source>
        <translation>크로케 공</translation>
    </message>
    <message>
        <source>crossword puzzle</source>
        <translation>십자말풀이</translation>
    </message>
    <message>
        <source>crutch</source>
        <translation>목발</translation>
    </message>
    <message>
        <source>cucumber</source>
        <translation>오이</translation>
    </message>
    <message>
        <source>cuirass</source>
        <translation>동체 갑옷</translation>
    </message>
    <message>
        <source>cup</source>
        <translation>컵</translation>
    </message>
    <message>
        <source>cup, bottle or jug</source>
        <translation>컵·병·주전자</translation>
    </message>
    <message>
        <source>curly-coated retriever</source>
        <translation>컬리 코티드 리트리버</translation>
    </message>
    <message>
        <source>custard apple</source>
        <translation>커스터드애플</translation>
    </message>
    <message>
        <source>daisy</source>
        <translation>데이지</translation>
    </message>
    <message>
        <source>dalmatian</source>
        <translation>달마티안</translation>
    </message>
    <message>
        <source>dam</source>
        <translation>댐</translation>
    </message>
    <message>
        <source>damselfly</source>
        <translation>실잠자리</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>책상</translation>
    </message>
    <message>
        <source>desktop computer</source>
        <translation>데스크톱 컴퓨터</translation>
    </message>
    <message>
        <source>dhole</source>
        <translation>승냥이</translation>
    </message>
    <message>
        <source>dial telephone</source>
        <translation>다이얼 전화기</translation>
    </message>
    <message>
        <source>diamondback</source>
        <translation>다이아몬드방울뱀</translation>
    </message>
    <message>
        <source>diamondback rattlesnake</source>
        <translation>다이아몬드방울뱀</translation>
    </message>
    <message>
        <source>diaper</source>
        <translation>기저귀</translation>
    </message>
    <message>
        <source>digital clock</source>
        <translation>디지털시계</translation>
    </message>
    <message>
        <source>digital watch</source>
        <translation>디지털 손목시계</translation>
    </message>
    <message>
        <source>dingo</source>
        <translation>딩고</translation>
    </message>
    <message>
        <source>dining table</source>
        <translation>식탁</translation>
    </message>
    <message>
        <source>dipper</source>
        <translation>물까마귀</translation>
    </message>
    <message>
        <source>dishcloth</source>
        <translation>행주</translation>
    </message>
    <message>
        <source>dishrag</source>
        <translation>행주</translation>
    </message>
    <message>
        <source>dishwasher</source>
        <translation>식기세척기</translation>
    </message>
    <message>
        <source>disk brake</source>
        <translation>디스크 브레이크</translation>
    </message>
    <message>
        <source>dock</source>
        <translation>선착장</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>개</translation>
    </message>
    <message>
        <source>dogsled</source>
        <translation>개썰매</translation>
    </message>
    <message>
        <source>dome</source>
        <translation>돔</translation>
    </message>
    <message>
        <source>doormat</source>
        <translation>현관 매트</translation>
    </message>
    <message>
        <source>dough</source>
        <translation>반죽</translation>
    </message>
    <message>
        <source>dowitcher</source>
        <translation>큰부리도요</translation>
    </message>
    <message>
        <source>dragonfly</source>
        <translation>잠자리</translation>
    </message>
    <message>
        <source>drake</source>
        <translation>수오리</translation>
    </message>
    <message>
        <source>drake (duck)</source>
        <translation>수오리</translation>
    </message>
    <message>
        <source>drilling platform</source>
        <translation>석유 시추 시설</translation>
    </message>
    <message>
        <source>drink</source>
        <translation>마실 것</translation>
    </message>
    <message>
        <source>drum</source>
        <translation>북</translation>
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
        <source>dung beetle</source>
        <translation>쇠똥구리</translation>
    </message>
    <message>
        <source>ear</source>
        <translation>이삭</translation>
    </message>
    <message>
        <source>ear of grain</source>
        <translation>이삭</translation>
    </message>
    <message>
        <source>earthstar</source>
        <translation>방귀버섯</translation>
    </message>
    <message>
        <source>echidna</source>
        <translation>가시두더지</translation>
    </message>
    <message>
        <source>eel</source>
        <translation>장어</translation>
    </message>
    <message>
        <source>eft</source>
        <translation>어린 영원</translation>
    </message>
    <message>
        <source>eft (young newt)</source>
        <translation>어린 영원</translation>
    </message>
    <message>
        <source>eggnog</source>
        <translation>에그노그</translation>
    </message>
    <message>
        <source>electric fan</source>
        <translation>선풍기</translation>
    </message>
    <message>
        <source>electric guitar</source>
        <translation>전기 기타</translation>
    </message>
    <message>
        <source>electric locomotive</source>
        <translation>전기 기관차</translation>
    </message>
    <message>
        <source>electric ray</source>
        <translation>전기가오리</translation>
    </message>
    <message>
        <source>electric switch</source>
        <translation>전기 스위치</translation>
    </message>
    <message>
        <source>elephant</source>
        <translation>코끼리</translation>
    </message>
    <message>
        <source>entertainment center</source>
        <translation>거실장</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>봉투</translation>
    </message>
    <message>
        <source>eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>espresso</source>
        <translation>에스프레소</translation>
    </message>
    <message>
        <source>espresso maker</source>
        <translation>에스프레소 머신</translation>
    </message>
    <message>
        <source>fabric, curtain or bedding</source>
        <translation>천·커튼·침구</translation>
    </message>
    <message>
        <source>face powder</source>
        <translation>페이스 파우더</translation>
    </message>
    <message>
        <source>feather boa</source>
        <translation>깃털 목도리</translation>
    </message>
    <message>
        <source>fiddler crab</source>
        <translation>농게</translation>
    </message>
    <message>
        <source>fig</source>
        <translation>무화과</translation>
    </message>
    <message>
        <source>file</source>
        <translation>서류함</translation>
    </message>
    <message>
        <source>filing cabinet</source>
        <translation>서류함</translation>
    </message>
    <message>
        <source>fire engine</source>
        <translation>소방차</translation>
    </message>
    <message>
        <source>fire screen</source>
        <translation>난로 가리개</translation>
    </message>
    <message>
        <source>fireboat</source>
        <translation>소방정</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>물고기</translation>
    </message>
    <message>
        <source>flagpole</source>
        <translation>깃대</translation>
    </message>
    <message>
        <source>flamingo</source>
        <translation>홍학</translation>
    </message>
    <message>
        <source>flat-coated retriever</source>
        <translation>플랫 코티드 리트리버</translation>
    </message>
    <message>
        <source>flatworm</source>
        <translation>편형동물</translation>
    </message>
    <message>
        <source>flower or plant</source>
        <translation>꽃·식물</translation>
    </message>
    <message>
        <source>flowerpot</source>
        <translation>화분</translation>
    </message>
    <message>
        <source>flute</source>
        <translation>플루트</translation>
    </message>
    <message>
        <source>fly</source>
        <translation>파리</translation>
    </message>
    <message>
        <source>folding chair</source>
        <translation>접이식 의자</translation>
    </message>
    <message>
        <source>food</source>
        <translation>음식</translation>
    </message>
    <message>
        <source>football helmet</source>
        <translation>미식축구 헬멧</translation>
    </message>
    <message>
        <source>forklift</source>
        <translation>지게차</translation>
    </message>
    <message>
        <source>fountain</source>
        <translation>분수</translation>
    </message>
    <message>
        <source>fountain pen</source>
        <translation>만년필</translation>
    </message>
    <message>
        <source>four-poster</source>
        <translation>기둥 침대</translation>
    </message>
    <message>
        <source>four-poster bed</source>
        <translation>기둥 침대</translation>
    </message>
    <message>
        <source>fox squirrel</source>
        <translation>여우다람쥐</translation>
    </message>
    <message>
        <source>freight car</source>
        <translation>화물 열차</translation>
    </message>
    <message>
        <source>frilled lizard</source>
        <translation>목도리도마뱀</translation>
    </message>
    <message>
        <source>frog or salamander</source>
        <translation>개구리·도롱뇽</translation>
    </message>
    <message>
        <source>fruit</source>
        <translation>과일</translation>
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
        <source>furniture</source>
        <translation>가구</translation>
    </message>
    <message>
        <source>gar</source>
        <translation>가아</translation>
    </message>
    <message>
        <source>garbage truck</source>
        <translation>쓰레기차</translation>
    </message>
    <message>
        <source>garden spider</source>
        <translation>유럽 정원거미</translation>
    </message>
    <message>
        <source>garter snake</source>
        <translation>가터뱀</translation>
    </message>
    <message>
        <source>gas mask</source>
        <translation>방독면</translation>
    </message>
    <message>
        <source>gas pump</source>
        <translation>주유기</translation>
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
        <source>geyser</source>
        <translation>간헐천</translation>
    </message>
    <message>
        <source>giant panda</source>
        <translation>대왕판다</translation>
    </message>
    <message>
        <source>giant schnauzer</source>
        <translation>자이언트 슈나우저</translation>
    </message>
    <message>
        <source>gibbon</source>
        <translation>긴팔원숭이</translation>
    </message>
    <message>
        <source>go-kart</source>
        <translation>고카트</translation>
    </message>
    <message>
        <source>goblet</source>
        <translation>고블릿</translation>
    </message>
    <message>
        <source>golden retriever</source>
        <translation>골든리트리버</translation>
    </message>
    <message>
        <source>goldfinch</source>
        <translation>오색방울새</translation>
    </message>
    <message>
        <source>goldfish</source>
        <translation>금붕어</translation>
    </message>
    <message>
        <source>golf ball</source>
        <translation>골프공</translation>
    </message>
    <message>
        <source>golf cart</source>
        <translation>골프 카트</translation>
    </message>
    <message>
        <source>golfcart</source>
        <translation>골프 카트</translation>
    </message>
    <message>
        <source>gondola</source>
        <translation>곤돌라</translation>
    </message>
    <message>
        <source>gong</source>
        <translation>징</translation>
    </message>
    <message>
        <source>goose</source>
        <translation>거위</translation>
    </message>
    <message>
        <source>gorilla</source>
        <translation>고릴라</translation>
    </message>
    <message>
        <source>gossamer-winged butterfly</source>
        <translation>부전나비</translation>
    </message>
    <message>
        <source>gown</source>
        <translation>긴 드레스</translation>
    </message>
    <message>
        <source>grand piano</source>
        <translation>그랜드 피아노</translation>
    </message>
    <message>
        <source>grasshopper</source>
        <translation>메뚜기</translation>
    </message>
    <message>
        <source>great grey owl</source>
        <translation>큰회색올빼미</translation>
    </message>
    <message>
        <source>great white shark</source>
        <translation>백상아리</translation>
    </message>
    <message>
        <source>green lizard</source>
        <translation>초록장지뱀</translation>
    </message>
    <message>
        <source>green mamba</source>
        <translation>초록맘바</translation>
    </message>
    <message>
        <source>green snake</source>
        <translation>초록뱀</translation>
    </message>
    <message>
        <source>greenhouse</source>
        <translation>온실</translation>
    </message>
    <message>
        <source>grey fox</source>
        <translation>회색여우</translation>
    </message>
    <message>
        <source>grey whale</source>
        <translation>귀신고래</translation>
    </message>
    <message>
        <source>grille</source>
        <translation>라디에이터 그릴</translation>
    </message>
    <message>
        <source>grocery store</source>
        <translation>식료품점</translation>
    </message>
    <message>
        <source>groenendael</source>
        <translation>그루넨달</translation>
    </message>
    <message>
        <source>groom</source>
        <translation>신랑</translation>
    </message>
    <message>
        <source>ground beetle</source>
        <translation>딱정벌레</translation>
    </message>
    <message>
        <source>guacamole</source>
        <translation>과카몰레</translation>
    </message>
    <message>
        <source>guenon</source>
        <translation>긴꼬리원숭이</translation>
    </message>
    <message>
        <source>guillotine</source>
        <translation>단두대</translation>
    </message>
    <message>
        <source>guinea pig</source>
        <translation>기니피그</translation>
    </message>
    <message>
        <source>guitar pick</source>
        <translation>기타 피크</translation>
    </message>
    <message>
        <source>gyromitra</source>
        <translation>마귀곰보버섯</translation>
    </message>
    <message>
        <source>hair clip</source>
        <translation>머리핀</translation>
    </message>
    <message>
        <source>hair dryer</source>
        <translation>헤어드라이어</translation>
    </message>
    <message>
        <source>hair slide</source>
        <translation>머리핀</translation>
    </message>
    <message>
        <source>hair spray</source>
        <translation>헤어스프레이</translation>
    </message>
    <message>
        <source>half track</source>
        <translation>반궤도 차량</translation>
    </message>
    <message>
        <source>half-track</source>
        <translation>반궤도 차량</translation>
    </message>
    <message>
        <source>hammer</source>
        <translation>망치</translation>
    </message>
    <message>
        <source>hammerhead</source>
        <translation>귀상어</translation>
    </message>
    <message>
        <source>hammerhead shark</source>
        <translation>귀상어</translation>
    </message>
    <message>
        <source>hamper</source>
        <translation>빨래 바구니</translation>
    </message>
    <message>
        <source>hamster</source>
        <translation>햄스터</translation>
    </message>
    <message>
        <source>hand blower</source>
        <translation>헤어드라이어</translation>
    </message>
    <message>
        <source>hand-held computer</source>
        <translation>휴대용 컴퓨터</translation>
    </message>
    <message>
        <source>handkerchief</source>
        <translation>손수건</translation>
    </message>
    <message>
        <source>hard disc</source>
        <translation>하드 디스크</translation>
    </message>
    <message>
        <source>hard disk</source>
        <translation>하드 디스크</translation>
    </message>
    <message>
        <source>hare</source>
        <translation>산토끼</translation>
    </message>
    <message>
        <source>harmonica</source>
        <translation>하모니카</translation>
    </message>
    <message>
        <source>harp</source>
        <translation>하프</translation>
    </message>
    <message>
        <source>hartebeest</source>
        <translation>하테비스트</translation>
    </message>
    <message>
        <source>harvester</source>
        <translation>수확기</translation>
    </message>
    <message>
        <source>harvestman</source>
        <translation>통거미</translation>
    </message>
    <message>
        <source>hat, helmet or mask</source>
        <translation>모자·헬멧·가면</translation>
    </message>
    <message>
        <source>hatchet</source>
        <translation>손도끼</translation>
    </message>
    <message>
        <source>hay</source>
        <translation>건초</translation>
    </message>
    <message>
        <source>head cabbage</source>
        <translation>양배추</translation>
    </message>
    <message>
        <source>health or beauty item</source>
        <translation>의료·미용 용품</translation>
    </message>
    <message>
        <source>hen</source>
        <translation>암탉</translation>
    </message>
    <message>
        <source>hen-of-the-woods</source>
        <translation>잎새버섯</translation>
    </message>
    <message>
        <source>hermit crab</source>
        <translation>소라게</translation>
    </message>
    <message>
        <source>high mountain</source>
        <translation>높은 산</translation>
    </message>
    <message>
        <source>hip</source>
        <translation>장미 열매</translation>
    </message>
    <message>
        <source>hippopotamus</source>
        <translation>하마</translation>
    </message>
    <message>
        <source>hockey puck</source>
        <translation>하키 퍽</translation>
    </message>
    <message>
        <source>hog</source>
        <translation>돼지</translation>
    </message>
    <message>
        <source>hognose snake</source>
        <translation>돼지코뱀</translation>
    </message>
    <message>
        <source>holster</source>
        <translation>권총집</translation>
    </message>
    <message>
        <source>home appliance</source>
        <translation>가전제품</translation>
    </message>
    <message>
        <source>home theater</source>
        <translation>홈 시어터</translation>
    </message>
    <message>
        <source>honeycomb</source>
        <translation>벌집</translation>
    </message>
    <message>
        <source>hoofed animal</source>
        <translation>발굽 동물</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>갈고리</translation>
    </message>
    <message>
        <source>hoopskirt</source>
        <translation>후프 스커트</translation>
    </message>
    <message>
        <source>horizontal bar</source>
        <translation>철봉</translation>
    </message>
    <message>
        <source>hornbill</source>
        <translation>코뿔새</translation>
    </message>
    <message>
        <source>horned viper</source>
        <translation>뿔살무사</translation>
    </message>
    <message>
        <source>horse cart</source>
        <translation>마차</translation>
    </message>
    <message>
        <source>hot dog</source>
        <translation>핫도그</translation>
    </message>
    <message>
        <source>hot pot</source>
        <translation>전골</translation>
    </message>
    <message>
        <source>hotdog</source>
        <translation>핫도그</translation>
    </message>
    <message>
        <source>hourglass</source>
        <translation>모래시계</translation>
    </message>
    <message>
        <source>house finch</source>
        <translation>멕시코양지니</translation>
    </message>
    <message>
        <source>howler monkey</source>
        <translation>고함원숭이</translation>
    </message>
    <message>
        <source>hummingbird</source>
        <translation>벌새</translation>
    </message>
    <message>
        <source>husky</source>
        <translation>허스키</translation>
    </message>
    <message>
        <source>hyena</source>
        <translation>하이에나</translation>
    </message>
    <message>
        <source>iPod</source>
        <translation>아이팟</translation>
    </message>
    <message>
        <source>ibex</source>
        <translation>아이벡스</translation>
    </message>
    <message>
        <source>ice bear</source>
        <translation>북극곰</translation>
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
        <source>impala</source>
        <translation>임팔라</translation>
    </message>
    <message>
        <source>indigo bunting</source>
        <translation>유리멧새</translation>
    </message>
    <message>
        <source>indri</source>
        <translation>인드리원숭이</translation>
    </message>
    <message>
        <source>insect or spider</source>
        <translation>곤충·거미</translation>
    </message>
    <message>
        <source>iron</source>
        <translation>다리미</translation>
    </message>
    <message>
        <source>isopod</source>
        <translation>등각류</translation>
    </message>
    <message>
        <source>jacamar</source>
        <translation>자카마르</translation>
    </message>
    <message>
        <source>jack-o&apos;-lantern</source>
        <translation>핼러윈 호박등</translation>
    </message>
    <message>
        <source>jackfruit</source>
        <translation>잭프루트</translation>
    </message>
    <message>
        <source>jaguar</source>
        <translation>재규어</translation>
    </message>
    <message>
        <source>jay</source>
        <translation>어치</translation>
    </message>
    <message>
        <source>jean</source>
        <translation>청바지</translation>
    </message>
    <message>
        <source>jeans</source>
        <translation>청바지</translation>
    </message>
    <message>
        <source>jeep</source>
        <translation>지프</translation>
    </message>
    <message>
        <source>jellyfish</source>
        <translation>해파리</translation>
    </message>
    <message>
        <source>jersey</source>
        <translation>티셔츠</translation>
    </message>
    <message>
        <source>jigsaw puzzle</source>
        <translation>직소 퍼즐</translation>
    </message>
    <message>
        <source>jinrikisha</source>
        <translation>인력거</translation>
    </message>
    <message>
        <source>joystick</source>
        <translation>조이스틱</translation>
    </message>
    <message>
        <source>junco</source>
        <translation>검은눈방울새</translation>
    </message>
    <message>
        <source>keeshond</source>
        <translation>케이스혼트</translation>
    </message>
    <message>
        <source>kelpie</source>
        <translation>켈피</translation>
    </message>
    <message>
        <source>killer whale</source>
        <translation>범고래</translation>
    </message>
    <message>
        <source>kimono</source>
        <translation>기모노</translation>
    </message>
    <message>
        <source>king crab</source>
        <translation>왕게</translation>
    </message>
    <message>
        <source>king penguin</source>
        <translation>임금펭귄</translation>
    </message>
    <message>
        <source>king snake</source>
        <translation>왕뱀</translation>
    </message>
    <message>
        <source>kit fox</source>
        <translation>키트여우</translation>
    </message>
    <message>
        <source>kitchen utensil</source>
        <translation>주방용품</translation>
    </message>
    <message>
        <source>kite</source>
        <translation>솔개</translation>
    </message>
    <message>
        <source>kite (bird)</source>
        <translation>솔개</translation>
    </message>
    <message>
        <source>knee pad</source>
        <translation>무릎 보호대</translation>
    </message>
    <message>
        <source>knot</source>
        <translation>매듭</translation>
    </message>
    <message>
        <source>koala</source>
        <translation>코알라</translation>
    </message>
    <message>
        <source>komondor</source>
        <translation>코몬도르</translation>
    </message>
    <message>
        <source>kuvasz</source>
        <translation>쿠바스</translation>
    </message>
    <message>
        <source>lab coat</source>
        <translation>실험실 가운</translation>
    </message>
    <message>
        <source>lacewing</source>
        <translation>풀잠자리</translation>
    </message>
    <message>
        <source>ladle</source>
        <translation>국자</translation>
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
        <source>lamp or light</source>
        <translation>조명</translation>
    </message>
    <message>
        <source>lampshade</source>
        <translation>전등갓</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>풍경</translation>
    </message>
    <message>
        <source>langur</source>
        <translation>랑구르원숭이</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>노트북 컴퓨터</translation>
    </message>
    <message>
        <source>lawn mower</source>
        <translation>잔디깎이</translation>
    </message>
    <message>
        <source>leaf beetle</source>
        <translation>잎벌레</translation>
    </message>
    <message>
        <source>leafhopper</source>
        <translation>매미충</translation>
    </message>
    <message>
        <source>leatherback turtle</source>
        <translation>장수거북</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>레몬</translation>
    </message>
    <message>
        <source>lens cap</source>
        <translation>렌즈 뚜껑</translation>
    </message>
    <message>
        <source>leopard</source>
        <translation>표범</translation>
    </message>
    <message>
        <source>lesser panda</source>
        <translation>레서판다</translation>
    </message>
    <message>
        <source>letter opener</source>
        <translation>편지 칼</translation>
    </message>
    <message>
        <source>library</source>
        <translation>도서관</translation>
    </message>
    <message>
        <source>lifeboat</source>
        <translation>구명정</translation>
    </message>
    <message>
        <source>lighter</source>
        <translation>라이터</translation>
    </message>
    <message>
        <source>lighthouse</source>
        <translation>등대</translation>
    </message>
    <message>
        <source>limousine</source>
        <translation>리무진</translation>
    </message>
    <message>
        <source>limpkin</source>
        <translation>림프킨</translation>
    </message>
    <message>
        <source>liner</source>
        <translation>원양 여객선</translation>
    </message>
    <message>
        <source>lion</source>
        <translation>사자</translation>
    </message>
    <message>
        <source>lionfish</source>
        <translation>쏠배감펭</translation>
    </message>
    <message>
        <source>lipstick</source>
        <translation>립스틱</translation>
    </message>
    <message>
        <source>little blue heron</source>
        <translation>작은푸른왜가리</translation>
    </message>
    <message>
        <source>llama</source>
        <translation>라마</translation>
    </message>
    <message>
        <source>loafer (shoe)</source>
        <translation>로퍼</translation>
    </message>
    <message>
        <source>loggerhead</source>
        <translation>붉은바다거북</translation>
    </message>
    <message>
        <source>loggerhead turtle</source>
        <translation>붉은바다거북</translation>
    </message>
    <message>
        <source>long-horned beetle</source>
        <translation>하늘소</translation>
    </message>
    <message>
        <source>lorikeet</source>
        <translation>로리앵무</translation>
    </message>
    <message>
        <source>lotion</source>
        <translation>로션</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>스피커</translation>
    </message>
    <message>
        <source>loupe</source>
        <translation>확대경</translation>
    </message>
    <message>
        <source>lumbermill</source>
        <translation>제재소</translation>
    </message>
    <message>
        <source>lycaenid</source>
        <translation>부전나비</translation>
    </message>
    <message>
        <source>lynx</source>
        <translation>스라소니</translation>
    </message>
    <message>
        <source>macaque</source>
        <translation>마카크원숭이</translation>
    </message>
    <message>
        <source>macaw</source>
        <translation>금강앵무</translation>
    </message>
    <message>
        <source>magnetic compass</source>
        <translation>나침반</translation>
    </message>
    <message>
        <source>magnifying glass</source>
        <translation>확대경</translation>
    </message>
    <message>
        <source>magpie</source>
        <translation>까치</translation>
    </message>
    <message>
        <source>mailbag</source>
        <translation>우편 가방</translation>
    </message>
    <message>
        <source>mailbox</source>
        <translation>우편함</translation>
    </message>
    <message>
        <source>maillot</source>
        <translation>무용 타이츠</translation>
    </message>
    <message>
        <source>maillot (tights)</source>
        <translation>무용 타이츠</translation>
    </message>
    <message>
        <source>maillot tank suit</source>
        <translation>원피스 수영복</translation>
    </message>
    <message>
        <source>malamute</source>
        <translation>알래스칸 맬러뮤트</translation>
    </message>
    <message>
        <source>malinois</source>
        <translation>말리노이즈</translation>
    </message>
    <message>
        <source>manhole cover</source>
        <translation>맨홀 뚜껑</translation>
    </message>
    <message>
        <source>mantis</source>
        <translation>사마귀</translation>
    </message>
    <message>
        <source>maraca</source>
        <translation>마라카스</translation>
    </message>
    <message>
        <source>marimba</source>
        <translation>마림바</translation>
    </message>
    <message>
        <source>marmoset</source>
        <translation>마모셋원숭이</translation>
    </message>
    <message>
        <source>marmot</source>
        <translation>마멋</translation>
    </message>
    <message>
        <source>mashed potato</source>
        <translation>으깬 감자</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>가면</translation>
    </message>
    <message>
        <source>matchstick</source>
        <translation>성냥개비</translation>
    </message>
    <message>
        <source>maypole</source>
        <translation>메이폴</translation>
    </message>
    <message>
        <source>maze</source>
        <translation>미로</translation>
    </message>
    <message>
        <source>measuring cup</source>
        <translation>계량컵</translation>
    </message>
    <message>
        <source>meat loaf</source>
        <translation>미트로프</translation>
    </message>
    <message>
        <source>medicine cabinet</source>
        <translation>약장</translation>
    </message>
    <message>
        <source>medicine chest</source>
        <translation>약장</translation>
    </message>
    <message>
        <source>meerkat</source>
        <translation>미어캣</translation>
    </message>
    <message>
        <source>megalith</source>
        <translation>거석</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>메뉴판</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>마이크</translation>
    </message>
    <message>
        <source>microwave</source>
        <translation>전자레인지</translation>
    </message>
    <message>
        <source>military uniform</source>
        <translation>군복</translation>
    </message>
    <message>
        <source>milk can</source>
        <translation>우유 통</translation>
    </message>
    <message>
        <source>miniature pinscher</source>
        <translation>미니어처 핀셔</translation>
    </message>
    <message>
        <source>miniature poodle</source>
        <translation>미니어처 푸들</translation>
    </message>
    <message>
        <source>miniature schnauzer</source>
        <translation>미니어처 슈나우저</translation>
    </message>
    <message>
        <source>minibus</source>
        <translation>미니버스</translation>
    </message>
    <message>
        <source>miniskirt</source>
        <translation>미니스커트</translation>
    </message>
    <message>
        <source>minivan</source>
        <translation>미니밴</translation>
    </message>
    <message>
        <source>mink</source>
        <translation>밍크</translation>
    </message>
    <message>
        <source>missile</source>
        <translation>미사일</translation>
    </message>
    <message>
        <source>mitten</source>
        <translation>벙어리장갑</translation>
    </message>
    <message>
        <source>mixing bowl</source>
        <translation>반죽 그릇</translation>
    </message>
    <message>
        <source>mobile home</source>
        <translation>이동식 주택</translation>
    </message>
    <message>
        <source>mobile phone</source>
        <translation>휴대 전화</translation>
    </message>
    <message>
        <source>modem</source>
        <translation>모뎀</translation>
    </message>
    <message>
        <source>monarch</source>
        <translation>제왕나비</translation>
    </message>
    <message>
        <source>monarch butterfly</source>
        <translation>제왕나비</translation>
    </message>
    <message>
        <source>monastery</source>
        <translation>수도원</translation>
    </message>
    <message>
        <source>mongoose</source>
        <translation>몽구스</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>모니터</translation>
    </message>
    <message>
        <source>mop</source>
        <translation>대걸레</translation>
    </message>
    <message>
        <source>moped</source>
        <translation>모페드</translation>
    </message>
    <message>
        <source>mortar</source>
        <translation>절구</translation>
    </message>
    <message>
        <source>mortar (bowl)</source>
        <translation>절구</translation>
    </message>
    <message>
        <source>mortarboard</source>
        <translation>학사모</translation>
    </message>
    <message>
        <source>mosque</source>
        <translation>모스크</translation>
    </message>
    <message>
        <source>mosquito net</source>
        <translation>모기장</translation>
    </message>
    <message>
        <source>motor scooter</source>
        <translation>스쿠터</translation>
    </message>
    <message>
        <source>mountain bike</source>
        <translation>산악자전거</translation>
    </message>
    <message>
        <source>mountain tent</source>
        <translation>산악용 텐트</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>컴퓨터 마우스</translation>
    </message>
    <message>
        <source>mousetrap</source>
        <translation>쥐덫</translation>
    </message>
    <message>
        <source>moving van</source>
        <translation>이삿짐 트럭</translation>
    </message>
    <message>
        <source>mud turtle</source>
        <translation>진흙거북</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>버섯</translation>
    </message>
    <message>
        <source>musical instrument</source>
        <translation>악기</translation>
    </message>
    <message>
        <source>muzzle</source>
        <translation>입마개</translation>
    </message>
    <message>
        <source>nail</source>
        <translation>못</translation>
    </message>
    <message>
        <source>nail (metal)</source>
        <translation>못</translation>
    </message>
    <message>
        <source>neck brace</source>
        <translation>목 보호대</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>목걸이</translation>
    </message>
    <message>
        <source>nematode</source>
        <translation>선충</translation>
    </message>
    <message>
        <source>night snake</source>
        <translation>밤뱀</translation>
    </message>
    <message>
        <source>nipple</source>
        <translation>고무젖꼭지</translation>
    </message>
    <message>
        <source>notebook</source>
        <translation>소형 노트북</translation>
    </message>
    <message>
        <source>notebook computer</source>
        <translation>소형 노트북</translation>
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
        <source>ocarina</source>
        <translation>오카리나</translation>
    </message>
    <message>
        <source>ocean liner</source>
        <translation>원양 여객선</translation>
    </message>
    <message>
        <source>odometer</source>
        <translation>주행 거리계</translation>
    </message>
    <message>
        <source>oil filter</source>
        <translation>오일 필터</translation>
    </message>
    <message>
        <source>one-piece swimsuit</source>
        <translation>원피스 수영복</translation>
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
        <source>oscilloscope</source>
        <translation>오실로스코프</translation>
    </message>
    <message>
        <source>ostrich</source>
        <translation>타조</translation>
    </message>
    <message>
        <source>otter</source>
        <translation>수달</translation>
    </message>
    <message>
        <source>otterhound</source>
        <translation>오터하운드</translation>
    </message>
    <message>
        <source>overskirt</source>
        <translation>덧치마</translation>
    </message>
    <message>
        <source>ox</source>
        <translation>황소</translation>
    </message>
    <message>
        <source>oxcart</source>
        <translation>우마차</translation>
    </message>
    <message>
        <source>oxygen mask</source>
        <translation>산소마스크</translation>
    </message>
    <message>
        <source>oystercatcher</source>
        <translation>검은머리물떼새</translation>
    </message>
    <message>
        <source>pacifier</source>
        <translation>고무젖꼭지</translation>
    </message>
    <message>
        <source>packet</source>
        <translation>봉지</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>노</translation>
    </message>
    <message>
        <source>paddlewheel</source>
        <translation>외륜</translation>
    </message>
    <message>
        <source>padlock</source>
        <translation>자물쇠</translation>
    </message>
    <message>
        <source>paintbrush</source>
        <translation>그림붓</translation>
    </message>
    <message>
        <source>pajama</source>
        <translation>파자마</translation>
    </message>
    <message>
        <source>pajamas</source>
        <translation>파자마</translation>
    </message>
    <message>
        <source>palace</source>
        <translation>궁전</translation>
    </message>
    <message>
        <source>panpipe</source>
        <translation>팬파이프</translation>
    </message>
    <message>
        <source>paper towel</source>
        <translation>종이 타월</translation>
    </message>
    <message>
        <source>papillon</source>
        <translation>파피용</translation>
    </message>
    <message>
        <source>parachute</source>
        <translation>낙하산</translation>
    </message>
    <message>
        <source>parallel bars</source>
        <translation>평행봉</translation>
    </message>
    <message>
        <source>park bench</source>
        <translation>공원 벤치</translation>
    </message>
    <message>
        <source>parking meter</source>
        <translation>주차 요금 징수기</translation>
    </message>
    <message>
        <source>partridge</source>
        <translation>자고새</translation>
    </message>
    <message>
        <source>passenger car</source>
        <translation>객차</translation>
    </message>
    <message>
        <source>passenger train car</source>
        <translation>객차</translation>
    </message>
    <message>
        <source>patas</source>
        <translation>파타스원숭이</translation>
    </message>
    <message>
        <source>patas monkey</source>
        <translation>파타스원숭이</translation>
    </message>
    <message>
        <source>patio</source>
        <translation>테라스</translation>
    </message>
    <message>
        <source>pay-phone</source>
        <translation>공중전화</translation>
    </message>
    <message>
        <source>payphone</source>
        <translation>공중전화</translation>
    </message>
    <message>
        <source>peacock</source>
        <translation>공작</translation>
    </message>
    <message>
        <source>pedestal</source>
        <translation>받침대</translation>
    </message>
    <message>
        <source>pelican</source>
        <translation>펠리컨</translation>
    </message>
    <message>
        <source>pencil box</source>
        <translation>필통</translation>
    </message>
    <message>
        <source>pencil case</source>
        <translation>필통</translation>
    </message>
    <message>
        <source>pencil sharpener</source>
        <translation>연필깎이</translation>
    </message>
    <message>
        <source>perfume</source>
        <translation>향수</translation>
    </message>
    <message>
        <source>person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>photocopier</source>
        <translation>복사기</translation>
    </message>
    <message>
        <source>pick</source>
        <translation>기타 피크</translation>
    </message>
    <message>
        <source>pickelhaube</source>
        <translation>피켈하우베</translation>
    </message>
    <message>
        <source>picket fence</source>
        <translation>말뚝 울타리</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>픽업트럭</translation>
    </message>
    <message>
        <source>pickup truck</source>
        <translation>픽업트럭</translation>
    </message>
    <message>
        <source>pier</source>
        <translation>부두</translation>
    </message>
    <message>
        <source>pig</source>
        <translation>돼지</translation>
    </message>
    <message>
        <source>piggy bank</source>
        <translation>돼지 저금통</translation>
    </message>
    <message>
        <source>pill bottle</source>
        <translation>약병</translation>
    </message>
    <message>
        <source>pillow</source>
        <translation>베개</translation>
    </message>
    <message>
        <source>pineapple</source>
        <translation>파인애플</translation>
    </message>
    <message>
        <source>ping-pong ball</source>
        <translation>탁구공</translation>
    </message>
    <message>
        <source>pinwheel</source>
        <translation>바람개비</translation>
    </message>
    <message>
        <source>pipe organ</source>
        <translation>파이프 오르간</translation>
    </message>
    <message>
        <source>pirate</source>
        <translation>해적선</translation>
    </message>
    <message>
        <source>pirate ship</source>
        <translation>해적선</translation>
    </message>
    <message>
        <source>pitcher</source>
        <translation>손잡이 물병</translation>
    </message>
    <message>
        <source>pitcher (jug)</source>
        <translation>손잡이 물병</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>피자</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>대패</translation>
    </message>
    <message>
        <source>planetarium</source>
        <translation>천문관</translation>
    </message>
    <message>
        <source>plastic bag</source>
        <translation>비닐봉지</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>접시에 담은 요리</translation>
    </message>
    <message>
        <source>plate of food</source>
        <translation>접시에 담은 요리</translation>
    </message>
    <message>
        <source>plate rack</source>
        <translation>접시 건조대</translation>
    </message>
    <message>
        <source>platypus</source>
        <translation>오리너구리</translation>
    </message>
    <message>
        <source>plow</source>
        <translation>쟁기</translation>
    </message>
    <message>
        <source>plunger</source>
        <translation>변기 뚫는 도구</translation>
    </message>
    <message>
        <source>polar bear</source>
        <translation>북극곰</translation>
    </message>
    <message>
        <source>pole</source>
        <translation>장대</translation>
    </message>
    <message>
        <source>polecat</source>
        <translation>긴털족제비</translation>
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
        <source>pool table</source>
        <translation>당구대</translation>
    </message>
    <message>
        <source>pop bottle</source>
        <translation>탄산음료병</translation>
    </message>
    <message>
        <source>porcupine</source>
        <translation>호저</translation>
    </message>
    <message>
        <source>pot</source>
        <translation>화분</translation>
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
        <source>power drill</source>
        <translation>전동 드릴</translation>
    </message>
    <message>
        <source>prairie chicken</source>
        <translation>초원뇌조</translation>
    </message>
    <message>
        <source>prayer rug</source>
        <translation>기도용 양탄자</translation>
    </message>
    <message>
        <source>pretzel</source>
        <translation>프레첼</translation>
    </message>
    <message>
        <source>primate</source>
        <translation>영장류</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>프린터</translation>
    </message>
    <message>
        <source>prison</source>
        <translation>교도소</translation>
    </message>
    <message>
        <source>proboscis monkey</source>
        <translation>코주부원숭이</translation>
    </message>
    <message>
        <source>projectile</source>
        <translation>발사체</translation>
    </message>
    <message>
        <source>projector</source>
        <translation>영사기</translation>
    </message>
    <message>
        <source>promontory</source>
        <translation>곶</translation>
    </message>
    <message>
        <source>ptarmigan</source>
        <translation>뇌조</translation>
    </message>
    <message>
        <source>puck</source>
        <translation>하키 퍽</translation>
    </message>
    <message>
        <source>puffer</source>
        <translation>복어</translation>
    </message>
    <message>
        <source>pufferfish</source>
        <translation>복어</translation>
    </message>
    <message>
        <source>pug</source>
        <translation>퍼그</translation>
    </message>
    <message>
        <source>punching bag</source>
        <translation>샌드백</translation>
    </message>
    <message>
        <source>purse</source>
        <translation>핸드백</translation>
    </message>
    <message>
        <source>quail</source>
        <translation>메추라기</translation>
    </message>
    <message>
        <source>quill</source>
        <translation>깃펜</translation>
    </message>
    <message>
        <source>quill pen</source>
        <translation>깃펜</translation>
    </message>
    <message>
        <source>quilt</source>
        <translation>누비이불</translation>
    </message>
    <message>
        <source>race car</source>
        <translation>경주용 자동차</translation>
    </message>
    <message>
        <source>racer</source>
        <translation>경주용 자동차</translation>
    </message>
    <message>
        <source>racket</source>
        <translation>라켓</translation>
    </message>
    <message>
        <source>radiator</source>
        <translation>라디에이터</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>라디오</translation>
    </message>
    <message>
        <source>radio telescope</source>
        <translation>전파 망원경</translation>
    </message>
    <message>
        <source>rain barrel</source>
        <translation>빗물 통</translation>
    </message>
    <message>
        <source>ram</source>
        <translation>숫양</translation>
    </message>
    <message>
        <source>ram (sheep)</source>
        <translation>숫양</translation>
    </message>
    <message>
        <source>rapeseed</source>
        <translation>유채</translation>
    </message>
    <message>
        <source>recreational vehicle</source>
        <translation>캠핑카</translation>
    </message>
    <message>
        <source>red fox</source>
        <translation>붉은여우</translation>
    </message>
    <message>
        <source>red panda</source>
        <translation>레서판다</translation>
    </message>
    <message>
        <source>red wine</source>
        <translation>적포도주</translation>
    </message>
    <message>
        <source>red wolf</source>
        <translation>붉은늑대</translation>
    </message>
    <message>
        <source>red-backed sandpiper</source>
        <translation>민물도요</translation>
    </message>
    <message>
        <source>red-breasted merganser</source>
        <translation>바다비오리</translation>
    </message>
    <message>
        <source>redbone</source>
        <translation>레드본 쿤하운드</translation>
    </message>
    <message>
        <source>redbone coonhound</source>
        <translation>레드본 쿤하운드</translation>
    </message>
    <message>
        <source>redshank</source>
        <translation>붉은발도요</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>릴</translation>
    </message>
    <message>
        <source>reflex camera</source>
        <translation>일안 반사식 카메라</translation>
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
        <source>reptile</source>
        <translation>파충류</translation>
    </message>
    <message>
        <source>restaurant</source>
        <translation>식당</translation>
    </message>
    <message>
        <source>revolver</source>
        <translation>리볼버</translation>
    </message>
    <message>
        <source>rhinoceros beetle</source>
        <translation>장수풍뎅이</translation>
    </message>
    <message>
        <source>rickshaw</source>
        <translation>인력거</translation>
    </message>
    <message>
        <source>rifle</source>
        <translation>소총</translation>
    </message>
    <message>
        <source>ring binder</source>
        <translation>바인더</translation>
    </message>
    <message>
        <source>ring-tailed lemur</source>
        <translation>알락꼬리여우원숭이</translation>
    </message>
    <message>
        <source>ringlet</source>
        <translation>가락지나비</translation>
    </message>
    <message>
        <source>ringlet butterfly</source>
        <translation>가락지나비</translation>
    </message>
    <message>
        <source>ringneck snake</source>
        <translation>고리목뱀</translation>
    </message>
    <message>
        <source>robin</source>
        <translation>미국지빠귀</translation>
    </message>
    <message>
        <source>rock beauty</source>
        <translation>록뷰티</translation>
    </message>
    <message>
        <source>rock beauty (fish)</source>
        <translation>록뷰티</translation>
    </message>
    <message>
        <source>rock crab</source>
        <translation>바위게</translation>
    </message>
    <message>
        <source>rock python</source>
        <translation>아프리카비단뱀</translation>
    </message>
    <message>
        <source>rocking chair</source>
        <translation>흔들의자</translation>
    </message>
    <message>
        <source>rooster</source>
        <translation>수탉</translation>
    </message>
    <message>
        <source>rose hip</source>
        <translation>장미 열매</translation>
    </message>
    <message>
        <source>rotisserie</source>
        <translation>회전식 구이기</translation>
    </message>
    <message>
        <source>rubber eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>ruddy turnstone</source>
        <translation>꼬까도요</translation>
    </message>
    <message>
        <source>ruffed grouse</source>
        <translation>목도리들꿩</translation>
    </message>
    <message>
        <source>rugby ball</source>
        <translation>럭비공</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>자</translation>
    </message>
    <message>
        <source>ruler</source>
        <translation>자</translation>
    </message>
    <message>
        <source>running shoe</source>
        <translation>운동화</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>금고</translation>
    </message>
    <message>
        <source>safety pin</source>
        <translation>안전핀</translation>
    </message>
    <message>
        <source>salt shaker</source>
        <translation>소금통</translation>
    </message>
    <message>
        <source>saltshaker</source>
        <translation>소금통</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>샌들</translation>
    </message>
    <message>
        <source>sandbar</source>
        <translation>모래톱</translation>
    </message>
    <message>
        <source>sarong</source>
        <translation>사롱</translation>
    </message>
    <message>
        <source>sawmill</source>
        <translation>제재소</translation>
    </message>
    <message>
        <source>sax</source>
        <translation>색소폰</translation>
    </message>
    <message>
        <source>saxophone</source>
        <translation>색소폰</translation>
    </message>
    <message>
        <source>scabbard</source>
        <translation>칼집</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>저울</translation>
    </message>
    <message>
        <source>schipperke</source>
        <translation>스키퍼키</translation>
    </message>
    <message>
        <source>school bus</source>
        <translation>스쿨버스</translation>
    </message>
    <message>
        <source>schooner</source>
        <translation>스쿠너</translation>
    </message>
    <message>
        <source>scientific instrument</source>
        <translation>과학·계측 기구</translation>
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
        <source>screen</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>screw</source>
        <translation>나사못</translation>
    </message>
    <message>
        <source>screwdriver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>scuba diver</source>
        <translation>스쿠버 다이버</translation>
    </message>
    <message>
        <source>sea anemone</source>
        <translation>말미잘</translation>
    </message>
    <message>
        <source>sea cucumber</source>
        <translation>해삼</translation>
    </message>
    <message>
        <source>sea lion</source>
        <translation>바다사자</translation>
    </message>
    <message>
        <source>sea slug</source>
        <translation>갯민숭달팽이</translation>
    </message>
    <message>
        <source>sea snake</source>
        <translation>바다뱀</translation>
    </message>
    <message>
        <source>sea urchin</source>
        <translation>성게</translation>
    </message>
    <message>
        <source>seashore</source>
        <translation>바닷가</translation>
    </message>
    <message>
        <source>seat belt</source>
        <translation>안전띠</translation>
    </message>
    <message>
        <source>sewing machine</source>
        <translation>재봉틀</translation>
    </message>
    <message>
        <source>shellfish or sea creature</source>
        <translation>조개·갑각류·바다 생물</translation>
    </message>
    <message>
        <source>shield</source>
        <translation>방패</translation>
    </message>
    <message>
        <source>shipwreck</source>
        <translation>난파선</translation>
    </message>
    <message>
        <source>shoe</source>
        <translation>신발</translation>
    </message>
    <message>
        <source>shoe shop</source>
        <translation>신발 가게</translation>
    </message>
    <message>
        <source>shoji</source>
        <translation>쇼지</translation>
    </message>
    <message>
        <source>shop or restaurant</source>
        <translation>가게·식당</translation>
    </message>
    <message>
        <source>shopping basket</source>
        <translation>장바구니</translation>
    </message>
    <message>
        <source>shopping cart</source>
        <translation>쇼핑 카트</translation>
    </message>
    <message>
        <source>shovel</source>
        <translation>삽</translation>
    </message>
    <message>
        <source>shower cap</source>
        <translation>샤워 캡</translation>
    </message>
    <message>
        <source>shower curtain</source>
        <translation>샤워 커튼</translation>
    </message>
    <message>
        <source>siamang</source>
        <translation>큰긴팔원숭이</translation>
    </message>
    <message>
        <source>sidewinder</source>
        <translation>사이드와인더방울뱀</translation>
    </message>
    <message>
        <source>silky terrier</source>
        <translation>실키 테리어</translation>
    </message>
    <message>
        <source>ski</source>
        <translation>스키</translation>
    </message>
    <message>
        <source>ski mask</source>
        <translation>스키 마스크</translation>
    </message>
    <message>
        <source>skunk</source>
        <translation>스컹크</translation>
    </message>
    <message>
        <source>sleeping bag</source>
        <translation>침낭</translation>
    </message>
    <message>
        <source>slide rule</source>
        <translation>계산자</translation>
    </message>
    <message>
        <source>sliding door</source>
        <translation>미닫이문</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>슬롯머신</translation>
    </message>
    <message>
        <source>slot machine</source>
        <translation>슬롯머신</translation>
    </message>
    <message>
        <source>sloth bear</source>
        <translation>느림보곰</translation>
    </message>
    <message>
        <source>slug</source>
        <translation>민달팽이</translation>
    </message>
    <message>
        <source>small mammal</source>
        <translation>작은 포유동물</translation>
    </message>
    <message>
        <source>snail</source>
        <translation>달팽이</translation>
    </message>
    <message>
        <source>snail or worm</source>
        <translation>달팽이·벌레류</translation>
    </message>
    <message>
        <source>snorkel</source>
        <translation>스노클</translation>
    </message>
    <message>
        <source>snow leopard</source>
        <translation>눈표범</translation>
    </message>
    <message>
        <source>snowmobile</source>
        <translation>스노모빌</translation>
    </message>
    <message>
        <source>snowplow</source>
        <translation>제설차</translation>
    </message>
    <message>
        <source>soap dispenser</source>
        <translation>물비누통</translation>
    </message>
    <message>
        <source>soccer ball</source>
        <translation>축구공</translation>
    </message>
    <message>
        <source>sock</source>
        <translation>양말</translation>
    </message>
    <message>
        <source>soda bottle</source>
        <translation>탄산음료병</translation>
    </message>
    <message>
        <source>sofa bed</source>
        <translation>소파 침대</translation>
    </message>
    <message>
        <source>soft-coated wheaten terrier</source>
        <translation>소프트 코티드 휘튼 테리어</translation>
    </message>
    <message>
        <source>solar dish</source>
        <translation>태양열 집열기</translation>
    </message>
    <message>
        <source>sombrero</source>
        <translation>솜브레로</translation>
    </message>
    <message>
        <source>sorrel</source>
        <translation>밤색말</translation>
    </message>
    <message>
        <source>sorrel horse</source>
        <translation>밤색말</translation>
    </message>
    <message>
        <source>soup bowl</source>
        <translation>수프 그릇</translation>
    </message>
    <message>
        <source>space bar</source>
        <translation>스페이스 바</translation>
    </message>
    <message>
        <source>space heater</source>
        <translation>실내 난로</translation>
    </message>
    <message>
        <source>space shuttle</source>
        <translation>우주 왕복선</translation>
    </message>
    <message>
        <source>spaghetti squash</source>
        <translation>국수호박</translation>
    </message>
    <message>
        <source>spatula</source>
        <translation>뒤집개</translation>
    </message>
    <message>
        <source>speedboat</source>
        <translation>쾌속정</translation>
    </message>
    <message>
        <source>spider monkey</source>
        <translation>거미원숭이</translation>
    </message>
    <message>
        <source>spider web</source>
        <translation>거미줄</translation>
    </message>
    <message>
        <source>spindle</source>
        <translation>물렛가락</translation>
    </message>
    <message>
        <source>spiny lobster</source>
        <translation>닭새우</translation>
    </message>
    <message>
        <source>split-rail fence</source>
        <translation>지그재그 울타리</translation>
    </message>
    <message>
        <source>spoonbill</source>
        <translation>저어새</translation>
    </message>
    <message>
        <source>sports car</source>
        <translation>스포츠카</translation>
    </message>
    <message>
        <source>sports or camping gear</source>
        <translation>운동·야영 용품</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>스포트라이트</translation>
    </message>
    <message>
        <source>spotted salamander</source>
        <translation>점박이도롱뇽</translation>
    </message>
    <message>
        <source>squirrel monkey</source>
        <translation>다람쥐원숭이</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>무대</translation>
    </message>
    <message>
        <source>standard poodle</source>
        <translation>스탠더드 푸들</translation>
    </message>
    <message>
        <source>standard schnauzer</source>
        <translation>스탠더드 슈나우저</translation>
    </message>
    <message>
        <source>starfish</source>
        <translation>불가사리</translation>
    </message>
    <message>
        <source>station wagon</source>
        <translation>스테이션왜건</translation>
    </message>
    <message>
        <source>steam locomotive</source>
        <translation>증기 기관차</translation>
    </message>
    <message>
        <source>steel arch bridge</source>
        <translation>강철 아치교</translation>
    </message>
    <message>
        <source>steel drum</source>
        <translation>스틸 드럼</translation>
    </message>
    <message>
        <source>stethoscope</source>
        <translation>청진기</translation>
    </message>
    <message>
        <source>stick insect</source>
        <translation>대벌레</translation>
    </message>
    <message>
        <source>stingray</source>
        <translation>노랑가오리</translation>
    </message>
    <message>
        <source>stinkhorn</source>
        <translation>말뚝버섯</translation>
    </message>
    <message>
        <source>stole</source>
        <translation>어깨걸이</translation>
    </message>
    <message>
        <source>stole (shawl)</source>
        <translation>어깨걸이</translation>
    </message>
    <message>
        <source>stone wall</source>
        <translation>돌담</translation>
    </message>
    <message>
        <source>stopwatch</source>
        <translation>스톱워치</translation>
    </message>
    <message>
        <source>stove</source>
        <translation>가스레인지</translation>
    </message>
    <message>
        <source>strainer</source>
        <translation>체</translation>
    </message>
    <message>
        <source>strawberry</source>
        <translation>딸기</translation>
    </message>
    <message>
        <source>street fixture</source>
        <translation>거리 시설물</translation>
    </message>
    <message>
        <source>street sign</source>
        <translation>거리 표지판</translation>
    </message>
    <message>
        <source>streetcar</source>
        <translation>시가 전차</translation>
    </message>
    <message>
        <source>stretcher</source>
        <translation>들것</translation>
    </message>
    <message>
        <source>studio couch</source>
        <translation>소파 침대</translation>
    </message>
    <message>
        <source>stupa</source>
        <translation>불탑</translation>
    </message>
    <message>
        <source>sturgeon</source>
        <translation>철갑상어</translation>
    </message>
    <message>
        <source>submarine</source>
        <translation>잠수함</translation>
    </message>
    <message>
        <source>suit</source>
        <translation>정장</translation>
    </message>
    <message>
        <source>sulphur butterfly</source>
        <translation>노랑나비</translation>
    </message>
    <message>
        <source>sulphur-crested cockatoo</source>
        <translation>큰유황앵무</translation>
    </message>
    <message>
        <source>sundial</source>
        <translation>해시계</translation>
    </message>
    <message>
        <source>sunglass</source>
        <translation>색안경</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>선글라스</translation>
    </message>
    <message>
        <source>sunscreen</source>
        <translation>자외선 차단제</translation>
    </message>
    <message>
        <source>suspension bridge</source>
        <translation>현수교</translation>
    </message>
    <message>
        <source>swab</source>
        <translation>대걸레</translation>
    </message>
    <message>
        <source>sweatshirt</source>
        <translation>스웨트 셔츠</translation>
    </message>
    <message>
        <source>swimming trunks</source>
        <translation>수영 팬츠</translation>
    </message>
    <message>
        <source>swing</source>
        <translation>그네</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>전기 스위치</translation>
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
        <source>tabby cat</source>
        <translation>얼룩고양이</translation>
    </message>
    <message>
        <source>table lamp</source>
        <translation>탁상 스탠드</translation>
    </message>
    <message>
        <source>tailed frog</source>
        <translation>꼬리개구리</translation>
    </message>
    <message>
        <source>tandem bicycle</source>
        <translation>2인용 자전거</translation>
    </message>
    <message>
        <source>tank</source>
        <translation>전차</translation>
    </message>
    <message>
        <source>tape player</source>
        <translation>테이프 플레이어</translation>
    </message>
    <message>
        <source>tarantula</source>
        <translation>타란툴라</translation>
    </message>
    <message>
        <source>taxi</source>
        <translation>택시</translation>
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
        <source>teddy bear</source>
        <translation>곰 인형</translation>
    </message>
    <message>
        <source>television</source>
        <translation>텔레비전</translation>
    </message>
    <message>
        <source>tench</source>
        <translation>텐치</translation>
    </message>
    <message>
        <source>tennis ball</source>
        <translation>테니스공</translation>
    </message>
    <message>
        <source>terrapin</source>
        <translation>테라핀</translation>
    </message>
    <message>
        <source>thatch</source>
        <translation>초가지붕</translation>
    </message>
    <message>
        <source>thatched roof</source>
        <translation>초가지붕</translation>
    </message>
    <message>
        <source>theater curtain</source>
        <translation>극장 막</translation>
    </message>
    <message>
        <source>thimble</source>
        <translation>골무</translation>
    </message>
    <message>
        <source>three-toed sloth</source>
        <translation>세발가락나무늘보</translation>
    </message>
    <message>
        <source>thresher</source>
        <translation>탈곡기</translation>
    </message>
    <message>
        <source>throne</source>
        <translation>왕좌</translation>
    </message>
    <message>
        <source>thunder snake</source>
        <translation>지렁이뱀</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>진드기</translation>
    </message>
    <message>
        <source>tiger</source>
        <translation>호랑이</translation>
    </message>
    <message>
        <source>tiger beetle</source>
        <translation>길앞잡이</translation>
    </message>
    <message>
        <source>tiger cat</source>
        <translation>줄무늬고양이</translation>
    </message>
    <message>
        <source>tiger shark</source>
        <translation>뱀상어</translation>
    </message>
    <message>
        <source>tile roof</source>
        <translation>기와지붕</translation>
    </message>
    <message>
        <source>timber wolf</source>
        <translation>회색늑대</translation>
    </message>
    <message>
        <source>tinted glasses</source>
        <translation>색안경</translation>
    </message>
    <message>
        <source>titi</source>
        <translation>티티원숭이</translation>
    </message>
    <message>
        <source>titi monkey</source>
        <translation>티티원숭이</translation>
    </message>
    <message>
        <source>toaster</source>
        <translation>토스터</translation>
    </message>
    <message>
        <source>tobacco shop</source>
        <translation>담배 가게</translation>
    </message>
    <message>
        <source>toilet paper</source>
        <translation>화장지</translation>
    </message>
    <message>
        <source>toilet seat</source>
        <translation>변기 시트</translation>
    </message>
    <message>
        <source>toilet tissue</source>
        <translation>화장지</translation>
    </message>
    <message>
        <source>tool kit</source>
        <translation>공구 상자</translation>
    </message>
    <message>
        <source>tool or hardware</source>
        <translation>공구·철물</translation>
    </message>
    <message>
        <source>torch</source>
        <translation>횃불</translation>
    </message>
    <message>
        <source>totem pole</source>
        <translation>토템 폴</translation>
    </message>
    <message>
        <source>toucan</source>
        <translation>큰부리새</translation>
    </message>
    <message>
        <source>tow truck</source>
        <translation>견인차</translation>
    </message>
    <message>
        <source>toy or game</source>
        <translation>장난감·놀이</translation>
    </message>
    <message>
        <source>toy poodle</source>
        <translation>토이 푸들</translation>
    </message>
    <message>
        <source>toy shop</source>
        <translation>장난감 가게</translation>
    </message>
    <message>
        <source>toy terrier</source>
        <translation>토이 테리어</translation>
    </message>
    <message>
        <source>toyshop</source>
        <translation>장난감 가게</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>트랙터</translation>
    </message>
    <message>
        <source>traffic light</source>
        <translation>신호등</translation>
    </message>
    <message>
        <source>trailer truck</source>
        <translation>트레일러트럭</translation>
    </message>
    <message>
        <source>train</source>
        <translation>기차</translation>
    </message>
    <message>
        <source>trash can</source>
        <translation>쓰레기통</translation>
    </message>
    <message>
        <source>tray</source>
        <translation>쟁반</translation>
    </message>
    <message>
        <source>tree frog</source>
        <translation>청개구리</translation>
    </message>
    <message>
        <source>trench coat</source>
        <translation>트렌치코트</translation>
    </message>
    <message>
        <source>triceratops</source>
        <translation>트리케라톱스</translation>
    </message>
    <message>
        <source>tricycle</source>
        <translation>세발자전거</translation>
    </message>
    <message>
        <source>trifle</source>
        <translation>트라이플</translation>
    </message>
    <message>
        <source>trifle (dessert)</source>
        <translation>트라이플</translation>
    </message>
    <message>
        <source>trilobite</source>
        <translation>삼엽충</translation>
    </message>
    <message>
        <source>trimaran</source>
        <translation>삼동선</translation>
    </message>
    <message>
        <source>tripod</source>
        <translation>삼각대</translation>
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
        <source>trombone</source>
        <translation>트롬본</translation>
    </message>
    <message>
        <source>truck, bus or tractor</source>
        <translation>트럭·버스·트랙터</translation>
    </message>
    <message>
        <source>tub</source>
        <translation>큰 통</translation>
    </message>
    <message>
        <source>turnstile</source>
        <translation>회전식 개찰구</translation>
    </message>
    <message>
        <source>tusker</source>
        <translation>엄니코끼리</translation>
    </message>
    <message>
        <source>tusker (elephant)</source>
        <translation>엄니코끼리</translation>
    </message>
    <message>
        <source>typewriter keyboard</source>
        <translation>타자기 자판</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>우산</translation>
    </message>
    <message>
        <source>unicycle</source>
        <translation>외발자전거</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>업라이트 피아노</translation>
    </message>
    <message>
        <source>upright piano</source>
        <translation>업라이트 피아노</translation>
    </message>
    <message>
        <source>vacuum</source>
        <translation>진공청소기</translation>
    </message>
    <message>
        <source>vacuum cleaner</source>
        <translation>진공청소기</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>계곡</translation>
    </message>
    <message>
        <source>vase</source>
        <translation>꽃병</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>둥근 천장</translation>
    </message>
    <message>
        <source>vaulted ceiling</source>
        <translation>둥근 천장</translation>
    </message>
    <message>
        <source>vegetable</source>
        <translation>채소</translation>
    </message>
    <message>
        <source>velvet</source>
        <translation>벨벳</translation>
    </message>
    <message>
        <source>vending machine</source>
        <translation>자동판매기</translation>
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
        <source>vine snake</source>
        <translation>덩굴뱀</translation>
    </message>
    <message>
        <source>violin</source>
        <translation>바이올린</translation>
    </message>
    <message>
        <source>vizsla</source>
        <translation>비즐라</translation>
    </message>
    <message>
        <source>volcano</source>
        <translation>화산</translation>
    </message>
    <message>
        <source>volleyball</source>
        <translation>배구공</translation>
    </message>
    <message>
        <source>vulture</source>
        <translation>독수리</translation>
    </message>
    <message>
        <source>waffle iron</source>
        <translation>와플 틀</translation>
    </message>
    <message>
        <source>walking stick</source>
        <translation>대벌레</translation>
    </message>
    <message>
        <source>wall clock</source>
        <translation>벽시계</translation>
    </message>
    <message>
        <source>wallaby</source>
        <translation>왈라비</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>wardrobe</source>
        <translation>옷장</translation>
    </message>
    <message>
        <source>warplane</source>
        <translation>군용기</translation>
    </message>
    <message>
        <source>warthog</source>
        <translation>혹멧돼지</translation>
    </message>
    <message>
        <source>washbasin</source>
        <translation>세면대</translation>
    </message>
    <message>
        <source>washer</source>
        <translation>세탁기</translation>
    </message>
    <message>
        <source>washing machine</source>
        <translation>세탁기</translation>
    </message>
    <message>
        <source>water bottle</source>
        <translation>물병</translation>
    </message>
    <message>
        <source>water buffalo</source>
        <translation>물소</translation>
    </message>
    <message>
        <source>water jug</source>
        <translation>물 주전자</translation>
    </message>
    <message>
        <source>water ouzel</source>
        <translation>물까마귀</translation>
    </message>
    <message>
        <source>water snake</source>
        <translation>물뱀</translation>
    </message>
    <message>
        <source>water tower</source>
        <translation>급수탑</translation>
    </message>
    <message>
        <source>weapon or armour</source>
        <translation>무기·갑옷</translation>
    </message>
    <message>
        <source>weasel</source>
        <translation>족제비</translation>
    </message>
    <message>
        <source>web site</source>
        <translation>웹사이트</translation>
    </message>
    <message>
        <source>website</source>
        <translation>웹사이트</translation>
    </message>
    <message>
        <source>weevil</source>
        <translation>바구미</translation>
    </message>
    <message>
        <source>weighing scale</source>
        <translation>저울</translation>
    </message>
    <message>
        <source>whale or seal</source>
        <translation>고래·물범류</translation>
    </message>
    <message>
        <source>wheelbarrow</source>
        <translation>손수레</translation>
    </message>
    <message>
        <source>whippet</source>
        <translation>휘핏</translation>
    </message>
    <message>
        <source>whiptail</source>
        <translation>채찍꼬리도마뱀</translation>
    </message>
    <message>
        <source>whiptail lizard</source>
        <translation>채찍꼬리도마뱀</translation>
    </message>
    <message>
        <source>whiskey jug</source>
        <translation>위스키 단지</translation>
    </message>
    <message>
        <source>whistle</source>
        <translation>호루라기</translation>
    </message>
    <message>
        <source>white stork</source>
        <translation>홍부리황새</translation>
    </message>
    <message>
        <source>white wolf</source>
        <translation>북극늑대</translation>
    </message>
    <message>
        <source>wig</source>
        <translation>가발</translation>
    </message>
    <message>
        <source>wild boar</source>
        <translation>멧돼지</translation>
    </message>
    <message>
        <source>window screen</source>
        <translation>방충망</translation>
    </message>
    <message>
        <source>window shade</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>wine bottle</source>
        <translation>와인병</translation>
    </message>
    <message>
        <source>wing</source>
        <translation>비행기 날개</translation>
    </message>
    <message>
        <source>wire-haired fox terrier</source>
        <translation>와이어헤어드 폭스 테리어</translation>
    </message>
    <message>
        <source>wok</source>
        <translation>중국식 프라이팬</translation>
    </message>
    <message>
        <source>wolf spider</source>
        <translation>늑대거미</translation>
    </message>
    <message>
        <source>wolf, fox or wild dog</source>
        <translation>늑대·여우·들개</translation>
    </message>
    <message>
        <source>wombat</source>
        <translation>웜뱃</translation>
    </message>
    <message>
        <source>wood rabbit</source>
        <translation>솜꼬리토끼</translation>
    </message>
    <message>
        <source>wooden spoon</source>
        <translation>나무 숟가락</translation>
    </message>
    <message>
        <source>wool</source>
        <translation>양모</translation>
    </message>
    <message>
        <source>worm fence</source>
        <translation>지그재그 울타리</translation>
    </message>
    <message>
        <source>worm snake</source>
        <translation>지렁이뱀</translation>
    </message>
    <message>
        <source>wreck</source>
        <translation>난파선</translation>
    </message>
    <message>
        <source>yawl</source>
        <translation>욜</translation>
    </message>
    <message>
        <source>yellow lady&apos;s slipper</source>
        <translation>노랑개불알꽃</translation>
    </message>
    <message>
        <source>yurt</source>
        <translation>유르트</translation>
    </message>
    <message>
        <source>zebra</source>
        <translation>얼룩말</translation>
    </message>
    <message>
        <source>zucchini</source>
        <translation>주키니호박</translation>
    </message>
</context>
</TS>
